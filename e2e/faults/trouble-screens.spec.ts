import { english } from '#shared/i18n/en/index.ts'
import { expect, passphrase } from '../fixtures.ts'
import { testOnOneStart } from '../one-start.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'
import { keepScreenshot } from '../screenshots.ts'
import { failed, lockedAnswers, ok, standIn, statusOf, sendEvent } from '../stand-in-answers.ts'

const test = testOnOneStart()

const { screens, goneBack, stillSo, lookFirst } = english.trouble
const { tryAgain } = english.app
const atUnlock = [
  'vault-missing',
  'vault-empty',
  'vault-damaged',
  'vault-not-ours',
  'vault-in-use',
  'vault-not-starting',
  'vault-read-only',
  'vault-newer',
  'disk-full',
  'disk-error',
  'self-test-failed',
] as const
const atStart = {
  'vault-not-starting': 'vault-not-starting',
  'self-test-failed': 'self-test-failed',
  'disk-error': 'disk-error',
  internal: 'unknown',
} as const

test('each trouble after the passphrase has its own screen, and trying again is announced', async ({
  running,
}) => {
  test.setTimeout(240_000)
  const { page } = running
  const answers = await lockedAnswers(running)
  for (const code of atUnlock) {
    await standIn(running, { ...answers, 'vault.unlock': failed(code) })
    await vaultPages(page).unlock(passphrase)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(screens[code].title)
    for (const step of screens[code].steps) await expect(page.getByText(step)).toBeVisible()
    await expect(page.getByRole('button', { name: /delete|erase|new vault|start over/i })).toHaveCount(0)
    await scan(running, `trouble-${code}`)
    await page.getByRole('button', { name: tryAgain }).click()
    await expect(page.getByText(stillSo)).toBeVisible()
  }
})

test('each trouble at the start has its own screen', async ({ running }) => {
  test.setTimeout(180_000)
  const { page } = running
  const answers = await lockedAnswers(running)
  for (const [code, name] of Object.entries(atStart)) {
    await standIn(running, { ...answers, 'vault.status': failed(code) })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(screens[name].title)
    await scan(running, `trouble-at-start-${name}`)
  }
  for (const [presence, name] of [
    ['damaged', 'header-damaged'],
    ['newer', 'vault-newer'],
  ] as const) {
    await standIn(running, { ...answers, 'vault.status': ok(statusOf({ presence })) })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(screens[name].title)
    await scan(running, `trouble-at-start-${name}`)
  }
})

test('a lack of memory is reported below the passphrase, which stays', async ({ running }) => {
  await standIn(running, { ...(await lockedAnswers(running)), 'vault.unlock': failed('out-of-memory') })
  const vault = vaultPages(running.page)
  await vault.unlock(passphrase)
  await expect(vault.alert).toContainText(english.errors['out-of-memory'].title)
  await expect(vault.passphrase).toHaveValue(passphrase)
  await scan(running, 'trouble-out-of-memory')
})

for (const kind of ['older', 'changed', 'newer-backup'] as const)
  test(`a vault that has gone back (${kind}) says so before anything can be written, and on every screen after that`, async ({
    running,
  }) => {
    const newestBackup =
      kind === 'older' ? null : { createdAt: '2026-03-19T16:00:00.000Z', zone: 'Europe/Oslo' }
    const status = statusOf({
      state: 'open',
      access: 'read-only',
      readOnlyReason: 'gone-back',
      goneBack: { kind, newestBackup },
    })
    await standIn(running, { ...(await lockedAnswers(running)), 'vault.status': ok(status) })
    const { page } = running
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(goneBack[kind].title)
    await scan(running, `trouble-gone-back-${kind}`)
    await page.getByRole('button', { name: lookFirst }).click()
    await expect(page.getByText(english.app.readOnly['gone-back'].title)).toBeVisible()
  })

for (const reason of ['folder', 'damaged'] as const)
  test(`a vault that can only be read (${reason}) says so on every screen`, async ({ running }) => {
    const { page } = running
    const status = statusOf({ state: 'open', access: 'read-only', readOnlyReason: reason })
    await standIn(running, { ...(await lockedAnswers(running)), 'vault.status': ok(status) })
    await expect(shellPage(page).today).toBeVisible()
    await page.evaluate(() => {
      window.location.hash = '/settings/security'
    })
    await expect(page.getByText(english.app.readOnly[reason].title)).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(english.security.title)
    await scan(running, `read-only-${reason}`)
  })

test('the blank screen of a lock says calmly what happens', async ({ running }) => {
  const { page } = running
  await standIn(running, {
    ...(await lockedAnswers(running)),
    'vault.status': ok(statusOf({ state: 'open' })),
  })
  await expect(page.getByRole('navigation')).toBeVisible()
  await sendEvent(running, { name: 'locking', reason: 'command' })
  await expect(page.getByText(english.app.locking.saving.title)).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await sendEvent(running, { name: 'backing-up' })
  await expect(page.getByText(english.app.locking['backing-up'].title)).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await keepScreenshot(page, `locking-backing-up-${colorScheme}`)
  }
})
