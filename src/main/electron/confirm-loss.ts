import { dialog, type BrowserWindow } from 'electron'
import { app as appWords } from '#shared/i18n/en/app.ts'

const words = appWords.confirmLoss

/** Asks whether to quit although something typed could not be saved; staying is what Escape and Enter choose. */
export async function confirmLoss(window: BrowserWindow | null): Promise<boolean> {
  if (!window || window.isDestroyed()) return true
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.message,
    detail: words.detail,
    buttons: [words.stay, words.quit],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
