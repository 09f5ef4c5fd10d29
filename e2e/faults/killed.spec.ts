import { expect, passphrase, test } from '../fixtures.ts'
import { openNewVault } from '../open-vault.ts'
import { logPage } from '../pages/log-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { keepScreenshot } from '../screenshots.ts'

test('the app killed in the middle of a log brings the draft back', async ({ launch }) => {
  const first = await launch()
  await openNewVault(first, { withSample: true })
  const log = logPage(first.page)
  await first.page.getByRole('link', { name: /session 19 of Harbour/i }).click()
  await log.part('after')
  await log.focusRating('Sad')
  await first.page.keyboard.press('7')
  await log.notes.fill('Killed after this line')
  await expect(log.draftKept).toBeVisible()
  first.app.process().kill('SIGKILL')
  await first.app.waitForEvent('close').catch(() => undefined)

  const second = await launch()
  await vaultPages(second.page).unlock(passphrase)
  await second.page.getByRole('link', { name: /session 19 of Harbour/i }).click()
  const again = logPage(second.page)
  await expect(again.draftHere).toBeVisible()
  await keepScreenshot(second.page, 'fault-draft-after-kill')
  await again.part('after')
  await expect(again.notes).toHaveValue('Killed after this line')
  await expect(again.rating('Sad').getByRole('radio', { name: '7 out of 10' })).toBeChecked()
})

test('the vault process killed under the app locks it, says so, and loses nothing that was saved', async ({
  running,
}) => {
  await openNewVault(running, { withSample: true })
  const { app, page } = running
  const pid = await app.evaluate(
    ({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'Attune vault')?.pid,
  )
  expect(pid).toBeGreaterThan(0)
  process.kill(pid ?? 0, 'SIGKILL')
  const vault = vaultPages(page)
  await expect(vault.unlockHeading).toBeVisible()
  await expect(page.getByText(/stopped unexpectedly/)).toBeVisible()
  await keepScreenshot(page, 'fault-vault-process-ended')
  await vault.unlock(passphrase)
  await expect(page.getByRole('link', { name: 'Harbour' }).first()).toBeVisible()
})
