import type { ElectronApplication, Page } from '@playwright/test'

/** Loads the page again, and returns once the new page has loaded: what is typed earlier goes to the old one. */
export async function reload({ app, page }: { app: ElectronApplication; page: Page }): Promise<void> {
  const loaded = page.waitForEvent('load')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
  await loaded
}
