import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { withoutNetwork } from './scripts/no-network/without-network.ts'
import { thirdPartyNotices } from './scripts/notices/third-party-notices.ts'

const fonts = ['@fontsource-variable/atkinson-hyperlegible-next', '@fontsource-variable/literata']

export default defineConfig({
  main: {
    plugins: [withoutNetwork(), thirdPartyNotices()],
    build: {
      externalizeDeps: true,
      rollupOptions: {
        input: { main: 'src/main/main.ts', 'vault-process': 'src/main/vault/vault-process.ts' },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { preload: 'src/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), thirdPartyNotices(fonts)],
    build: { minify: true, rollupOptions: { input: 'src/renderer/index.html' } },
  },
})
