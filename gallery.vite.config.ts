import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The gallery alone, for a browser. The app's own build knows nothing of it. */
export default defineConfig({
  root: 'src/renderer',
  plugins: [react()],
  server: { open: '/gallery/' },
})
