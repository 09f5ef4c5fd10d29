import type { BrowserWindow } from 'electron'

interface PageProcessParts {
  readonly window: () => BrowserWindow | null
  /** The page's process ended, and nobody meant it to. */
  readonly onGone: () => void
}

/**
 * Replaces the page's process: what was typed and shown stays in the memory of a process until it ends, also when its
 * page is loaded again. The window stays where it is, and the new process loads the same address.
 */
export function createPageProcess({ window, onGone }: PageProcessParts) {
  let isMeant = false

  return {
    replace: (): void => {
      const contents = window()?.isDestroyed() === false ? window()?.webContents : undefined
      if (!contents) return
      if (!contents.isCrashed()) {
        isMeant = true
        contents.forcefullyCrashRenderer()
      }
      // Electron promises that a reload right after this happens in a new process.
      contents.reload()
    },
    /** Watches the page of a new window. */
    watch: ({ webContents: contents }: BrowserWindow): void => {
      contents.on('render-process-gone', () => {
        if (isMeant) isMeant = false
        // Reloading a page while Electron still reports its end can crash the whole app.
        else setImmediate(onGone)
      })
      contents.on('did-finish-load', () => {
        isMeant = false
      })
    },
  }
}
