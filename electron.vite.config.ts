import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { withoutNetwork } from './scripts/no-network/without-network.ts'
import { useDevProtocol } from './scripts/dev/use-dev-protocol.ts'
import { catalogueWords } from './scripts/page/catalogue-words.ts'
import { thirdPartyNotices } from './scripts/notices/third-party-notices.ts'
import { threadEntries } from './scripts/threads/thread-entries.ts'

const fonts = ['@fontsource-variable/atkinson-hyperlegible-next', '@fontsource-variable/literata']

export default defineConfig(({ command }) => ({
  main: {
    plugins: [
      withoutNetwork(),
      threadEntries(),
      thirdPartyNotices(),
      ...(command === 'serve' ? [useDevProtocol()] : []),
    ],
    build: {
      externalizeDeps: true,
      rollupOptions: {
        input: {
          main: 'src/main/main.ts',
          'vault-process': 'src/main/vault/vault-process.ts',
          'reader-process': 'src/main/vault/reader-process.ts',
        },
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
    plugins: [react(), catalogueWords(), thirdPartyNotices(fonts)],
    build: { minify: true, rollupOptions: { input: resolve('src/renderer/index.html') } },
    // The page has the app's own address, so Vite can't derive the address of the hot reload socket from it.
    server: { host: '127.0.0.1', port: 5173, strictPort: true, hmr: { host: '127.0.0.1', clientPort: 5173 } },
  },
}))
