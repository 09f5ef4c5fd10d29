import type { BrowserWindow } from 'electron'
import { appOrigin } from './app-protocol.ts'

/**
 * Turns the window over to the client and back.
 *
 * No system lets an app hold a person in it. The promise is only that the client reaches nothing of Attune except the
 * form: the page reloads, and its history has no earlier page.
 */
export function createHandOverWindow(window: () => BrowserWindow | null) {
  let wasFullScreen = false
  let isHandedOver = false
  return {
    enter: (): void => {
      const current = window()
      if (!current || isHandedOver) return
      isHandedOver = true
      wasFullScreen = current.isFullScreen()
      current.setFullScreen(true)
      current.webContents.once('did-finish-load', () => {
        current.webContents.navigationHistory.clear()
      })
      // A load that a reload overtakes fails, and the reload shows the same page.
      current.loadURL(`${appOrigin}/index.html`).catch(() => undefined)
    },
    leave: (): void => {
      const current = window()
      if (!current || !isHandedOver) return
      isHandedOver = false
      current.setFullScreen(wasFullScreen)
    },
  }
}
