import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { handOver } from '../hand-over.ts'
import { reload } from '../reload.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { securityPages } from '../pages/security-pages.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { keepScreenshot } from '../screenshots.ts'

const another = 'another river every night'

test('from the first start with a recovery key to a forgotten passphrase and a new one', async ({
  running,
}) => {
  test.setTimeout(180_000)
  const { page } = running
  const vault = vaultPages(page)
  const shell = shellPage(page)
  await vault.toPassphrase()
  await vault.choosePassphrase(passphrase)
  await vault.showRecoveryKey()
  const groups = await vault.readRecoveryGroups()
  expect(groups).toHaveLength(13)
  await vault.toRecoveryCheck()
  await expect(page.getByText(groups[0] ?? '')).toHaveCount(0)
  await vault.readBack(groups.map(() => 'AAAAA'))
  await expect(page.getByText(/differs from the new recovery key/)).toHaveCount(2)
  await vault.readBack(groups)
  await expect(vault.beginHeading).toBeVisible()
  await vault.startEmpty()
  await expect(shell.today).toBeVisible()
  await expect(page.getByText(english.security.reminder.text)).toHaveCount(0)

  await shell.lock()
  await expect(vault.unlockHeading).toBeVisible()
  await vault.useRecoveryKey()
  await vault.recover(groups.toReversed().join(' '))
  await expect(page.getByText(english.unlock.recover.look).first()).toBeVisible()
  await vault.recover(groups.join(' ').toLowerCase())
  await expect(vault.chooseNewHeading).toBeVisible()
  // Nothing leaves this screen until there is a new passphrase, not even a reload.
  await expect(shell.navigation).toHaveCount(0)
  await reload(running)
  await expect(vault.chooseNewHeading).toBeVisible()
  await vault.chooseNew(another)
  await expect(shell.today).toBeVisible()

  await shell.lock()
  await expect(vault.unlockHeading).toBeVisible()
  await vault.unlock(passphrase)
  await expect(page.getByText(english.errors['wrong-passphrase'].title)).toBeVisible()
  await vault.unlock(another)
  await expect(shell.today).toBeVisible()
})

test('Attune reminds quietly of a postponed recovery key, which is made later in Settings', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const vault = vaultPages(page)
  const shell = shellPage(page)
  const security = securityPages(page)
  await vault.toPassphrase()
  await vault.choosePassphrase(passphrase)
  await vault.postponeRecoveryKey()
  await vault.startEmpty()
  await expect(page.getByText(english.security.reminder.text)).toBeVisible()
  await keepScreenshot(page, 'recovery-key-reminder')
  await page.getByRole('link', { name: english.security.reminder.make }).click()
  await security.confirmWithPassphrase(passphrase, english.security.recovery.begin)
  const groups = await vault.readRecoveryGroups()
  await vault.toRecoveryCheck()
  await vault.readBack(groups)
  await expect(page.getByText(english.security.recovery.doneTitle)).toBeVisible()
  await shell.toToday()
  await expect(page.getByText(english.security.reminder.text)).toHaveCount(0)
})

test('after a new passphrase and after re-encrypting, only the current secrets open the vault', async ({
  openVault,
}) => {
  test.setTimeout(180_000)
  const running = await openVault({ withSample: true })
  const { page } = running
  const vault = vaultPages(page)
  const shell = shellPage(page)
  const security = securityPages(page)
  await security.visit('/passphrase', english.security.passphrase.heading)
  await security.changePassphrase('not the one of now', another)
  await expect(page.getByText(english.errors['wrong-passphrase'].title)).toBeVisible()
  await security.changePassphrase(passphrase, another)
  await expect(page.getByText(english.security.passphrase.doneTitle)).toBeVisible()
  await keepScreenshot(page, 'security-passphrase-changed')

  await security.visit('/re-encrypt', english.security.reencrypt.heading)
  await security.confirmWithPassphrase(another, english.security.reencrypt.begin)
  const groups = await vault.readRecoveryGroups()
  await vault.toRecoveryCheck()
  await vault.readBack(groups, english.security.reencrypt.submit)
  await expect(page.getByText(english.security.reencrypt.doneTitle)).toBeVisible({ timeout: 60_000 })
  await keepScreenshot(page, 'security-re-encrypted')
  await shell.toClients()
  await expect(page.getByRole('link', { name: 'Lantern' })).toBeVisible()

  await shell.lock()
  await expect(vault.unlockHeading).toBeVisible()
  await vault.unlock(passphrase)
  await expect(page.getByText(english.errors['wrong-passphrase'].title)).toBeVisible()
  await vault.unlock(another)
  await expect(page.getByRole('link', { name: 'Lantern' })).toBeVisible()
})

test('a lock while a recovery key is being made leaves the previous one valid', async ({ openVault }) => {
  test.setTimeout(180_000)
  const running = await openVault()
  const { page } = running
  const vault = vaultPages(page)
  const security = securityPages(page)
  await security.visit('/recovery-key', english.security.recovery.heading)
  await security.confirmWithPassphrase(passphrase, english.security.recovery.begin)
  const begun = await vault.readRecoveryGroups()
  await call(page, 'lock.now')
  await expect(vault.unlockHeading).toBeVisible()
  expect(await page.content()).not.toContain(begun[0])
  await vault.unlock(passphrase)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(english.security.recovery.heading)
  await expect(page.getByLabel(english.security.ask.passphrase)).toHaveValue('')
})

test('the PIN ends the hand-over, and after three wrong ones only the passphrase does', async ({
  openVault,
}) => {
  test.setTimeout(180_000)
  const running = await openVault({ withSample: true })
  const { page } = running
  const vault = vaultPages(page)
  const form = handOverPage(page)
  const security = securityPages(page)
  await security.visit('/pin', english.security.pin.heading)
  await security.setPin('2718', passphrase)
  await expect(page.getByText(english.security.pin.doneTitle)).toBeVisible()

  await handOver(running)
  await form.stop()
  await form.goBackByPin('2718', 'thanks')
  await expect(form.thanks).toHaveCount(0)
  await expect.poll(() => call(page, 'clients.list')).toMatchObject({ ok: true })

  await handOver(running)
  await form.goBackByPin('1111', 'form')
  await expect(page.getByText(/There are 2 tries left/)).toBeVisible()
  await keepScreenshot(page, 'hand-over-pin-wrong')
  // A reload gives no new tries.
  await reload(running)
  await form.goBackByPin('2222', 'form')
  await expect(page.getByText(/There is one try left/)).toBeVisible()
  await form.tryPin('3333')
  await expect(page.getByText(english.handOver.wayBack.pinUsedUp)).toBeVisible()
  await keepScreenshot(page, 'hand-over-pin-used-up')
  expect(await call(page, 'handOver.return', { pin: '2718' })).toMatchObject({ code: 'pin-used-up' })
  await form.tryPassphrase(passphrase)
  await expect.poll(() => call(page, 'clients.list')).toMatchObject({ ok: true })
  expect(await call(page, 'vault.unlock', { passphrase: '2718' })).toMatchObject({ ok: false })
  await expect(vault.unlockHeading).toHaveCount(0)
})
