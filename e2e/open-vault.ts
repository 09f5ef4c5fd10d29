import { call, expect, passphrase, type Running } from './fixtures.ts'
import { shellPage } from './pages/shell-page.ts'

/** Makes a vault without its screens, with the fictional caseload if requested, and shows Today. */
export async function openNewVault(
  { app, page }: Running,
  options: { withSample?: boolean } = {},
): Promise<void> {
  expect(await call(page, 'vault.create', { passphrase })).toMatchObject({ ok: true })
  if (options.withSample) expect(await call(page, 'sample.load')).toMatchObject({ ok: true })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
  await expect(shellPage(page).today).toBeVisible()
}
