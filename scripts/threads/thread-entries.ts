import { dirname, posix, resolve } from 'node:path'
import type { Plugin } from 'vite'

const threadUrl = /new URL\('(\.[^']+-thread\.ts)', import\.meta\.url\)/g
const builtThread = /__THREAD_ENTRY_([\w$-]+)__/g

/**
 * Builds the files that threads start from: replaces each `new URL('./some-thread.ts', import.meta.url)` with the
 * address of a chunk built from that file.
 */
export function threadEntries(): Plugin {
  return {
    name: 'thread-entries',
    // Must run before the types are stripped, which rewrites a module's text.
    enforce: 'pre',
    transform(code, id) {
      if (!code.includes('-thread.ts')) return null
      return code.replace(threadUrl, (_, path: string) => {
        const reference = this.emitFile({ type: 'chunk', id: resolve(dirname(id), path) })
        return `new URL('__THREAD_ENTRY_${reference}__', import.meta.url)`
      })
    },
    renderChunk(code, chunk) {
      if (!code.includes('__THREAD_ENTRY_')) return null
      const folder = posix.dirname(chunk.fileName)
      return code.replace(builtThread, (_, reference: string) => {
        const path = posix.relative(folder, this.getFileName(reference))
        return path.startsWith('.') ? path : `./${path}`
      })
    },
  }
}
