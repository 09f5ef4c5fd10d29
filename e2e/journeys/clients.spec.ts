import { expect, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { keepScreenshot } from '../screenshots.ts'

test('a client is added with a code, and a second client can’t have the same code', async ({ openVault }) => {
  const running = await openVault()
  const { page } = running
  const shell = shellPage(page)
  for (const code of ['Fern', 'fern ']) {
    await page.keyboard.press('ControlOrMeta+Shift+N')
    await expect(shell.heading).toHaveText('New client')
    await page.getByLabel('Code', { exact: true }).fill(code)
    await page
      .getByRole('button', { name: /add|create|save/i })
      .last()
      .click()
    if (code === 'Fern') await expect(shell.heading).toHaveText('Fern')
  }
  await expect(page.getByText(/another client/i).first()).toBeVisible()
  await keepScreenshot(page, 'fault-code-taken')
})

test('the fictional caseload is marked on every screen, and one command removes it', async ({
  openVault,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  const shell = shellPage(page)
  await shell.toClients()
  await expect(shell.heading).toHaveText('Clients')
  await expect(page.getByRole('link', { name: 'Harbour' })).toBeVisible()
  await keepScreenshot(page, 'clients')
  await shell.toSettings()
  await keepScreenshot(page, 'settings')
  await page.getByRole('button', { name: /^Remove the fictional caseload/ }).click()
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: /^Remove/ })
    .click()
  await shell.toClients()
  await expect(shell.heading).toHaveText('Clients')
  await expect(page.getByRole('link', { name: 'Harbour' })).toHaveCount(0)
})
