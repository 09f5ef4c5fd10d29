import { dialog, type BrowserWindow } from 'electron'
import { app as appWords } from '#shared/i18n/en/app.ts'

const words = appWords.confirmLoss

/** Asks whether to quit although some typed text could not be saved. Escape and Enter choose to stay. */
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
