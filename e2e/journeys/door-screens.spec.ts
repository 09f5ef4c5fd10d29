import { english } from '#shared/i18n/en/index.ts'
import { printRecoveryKey } from '#shared/recovery-key/recovery-key.ts'
import { expect, passphrase, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'
import { keepScreenshot } from '../screenshots.ts'
import { failed, lockedAnswers, ok, standIn, statusOf } from '../stand-in-answers.ts'

const groups = printRecoveryKey(Uint8Array.from({ length: 32 }, (_, index) => index * 5))
const mistyped = groups.map((group, index) => (index === 5 ? `${group.slice(0, 3)}??` : group))

test('every screen before unlocking is accessible, light and dark, up to 200 % zoom', async ({ running }) => {
  test.setTimeout(240_000)
  const { page } = running
  const vault = vaultPages(page)
  const answers = await lockedAnswers(running)

  await standIn(running, {
    ...answers,
    'vault.status': ok(statusOf({ presence: 'none' })),
    'vault.create': ok(statusOf({ state: 'open', recoveryKeySince: null })),
    'keys.beginRecoveryKey': ok({ groups, asked: [4, 11] }),
    'keys.confirmRecoveryKey': failed('recovery-key-not-confirmed', ['groups.1']),
  })
  await expect(vault.welcome).toBeVisible()
  await scan(running, 'first-run-1-welcome')
  await vault.toPassphrase()
  await scan(running, 'first-run-2-passphrase')
  await vault.choosePassphrase('too short')
  await scan(running, 'first-run-2-passphrase-too-short')
  await vault.choosePassphrase(passphrase)
  await expect(vault.recoveryHeading).toBeVisible()
  await scan(running, 'first-run-3-recovery')
  await vault.showRecoveryKey()
  await expect(vault.recoveryGroups).toHaveCount(13)
  await scan(running, 'first-run-3-recovery-paper')
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByText(english.keys.recovery.paperTitle)).toBeVisible()
  await expect(vault.recoveryGroups).toHaveCount(13)
  await expect(page.getByRole('button')).toHaveCount(0)
  await expect(vault.recoveryHeading).toBeHidden()
  await keepScreenshot(page, 'recovery-key-on-paper')
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  await vault.toRecoveryCheck()
  await vault.readBack(groups)
  await expect(page.getByText(/differs from the new recovery key/)).toHaveCount(1)
  await scan(running, 'first-run-3-recovery-differs')
  await vault.postponeRecoveryKey()
  await expect(vault.beginHeading).toBeVisible()
  await scan(running, 'first-run-4-begin')

  await standIn(running, {
    ...answers,
    'vault.status': ok(statusOf({ failedAttempts: 5, waitMilliseconds: 29_500 })),
    'lock.last': ok({ reason: 'idle', isDraftSafe: true }),
  })
  await expect(page.getByText(/^You can try again in \d+ seconds/)).toBeVisible()
  await scan(running, 'unlock-waiting')

  await standIn(running, { ...answers, 'vault.unlockWithRecoveryKey': failed('wrong-recovery-key') })
  await vault.useRecoveryKey()
  await expect(vault.recoverHeading).toBeVisible()
  await scan(running, 'recover')
  await vault.recover(mistyped.join(' '))
  await expect(page.getByText(english.unlock.recover.look)).toBeVisible()
  await scan(running, 'recover-mistyped')
  await vault.recover(groups.join('-').toLowerCase())
  await expect(vault.alert).toContainText(english.errors['wrong-recovery-key'].title)
  await scan(running, 'recover-wrong-key')

  await standIn(running, { ...answers, 'vault.status': ok(statusOf({ recoveryKeySince: null })) })
  await vault.useRecoveryKey()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(english.unlock.recover.noneTitle)
  await scan(running, 'recover-none')

  await standIn(running, {
    ...answers,
    'vault.status': ok(statusOf({ state: 'open', mustChoosePassphrase: true })),
  })
  await expect(vault.chooseNewHeading).toBeVisible()
  await scan(running, 'recover-choose-new')
})

test('the screens for passphrase, recovery key and PIN are accessible, light and dark, up to 200 % zoom', async ({
  running,
}) => {
  test.setTimeout(240_000)
  const { page } = running
  const vault = vaultPages(page)
  await standIn(running, {
    ...(await lockedAnswers(running)),
    'vault.status': ok(statusOf({ state: 'open', hasPin: true })),
    'keys.cancel': ok(undefined),
    'keys.beginReencryption': ok({ groups, asked: [2, 9] }),
    'keys.changePassphrase': failed('wrong-passphrase'),
  })
  await expect(shellPage(page).today).toBeVisible()
  const visit = async (place: string, heading: string) => {
    await page.evaluate((hash) => {
      window.location.hash = hash
    }, `/settings/security${place}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  }
  const words = english.security
  await visit('', words.title)
  await expect(page.getByText(/made on Mar 3, 2026/)).toBeVisible()
  await scan(running, 'security')
  await visit('/passphrase', words.passphrase.heading)
  await page.getByLabel(words.passphrase.current).fill('not the one')
  await page.getByLabel(english.keys.passphrase.new, { exact: true }).fill(passphrase)
  await page.getByLabel(english.keys.passphrase.repeated).fill(passphrase)
  await page.getByRole('button', { name: words.passphrase.submit }).click()
  await expect(page.getByText(english.errors['wrong-passphrase'].title)).toBeVisible()
  await scan(running, 'security-passphrase')
  await visit('/recovery-key', words.recovery.headingNew)
  await scan(running, 'security-recovery-key')
  await visit('/pin', words.pin.heading)
  await page.getByRole('button', { name: words.pin.submit }).click()
  await scan(running, 'security-pin')
  await visit('/re-encrypt', words.reencrypt.heading)
  await scan(running, 'security-re-encrypt')
  await page.getByLabel(words.ask.passphrase).fill(passphrase)
  await page.getByRole('button', { name: words.reencrypt.begin }).click()
  await vault.toRecoveryCheck()
  await scan(running, 'security-re-encrypt-check')
})
