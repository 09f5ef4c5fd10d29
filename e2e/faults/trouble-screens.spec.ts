import { english } from '#shared/i18n/en/index.ts'
import { call, expect, test, type Running } from '../fixtures.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'
import { standIn, type Answers } from '../stand-in-answers.ts'

const locked = { state: 'locked', presence: 'present', isOlderThanLastUsed: false, hasSample: false }
const failed = (code: string) => ({ ok: false, code, places: [] })
const ok = (value: unknown) => ({ ok: true, value })

/** What the page is told, but for the trouble itself. */
async function otherwise({ page }: Running): Promise<Answers> {
  return {
    'app.about': await call(page, 'app.about'),
    'settings.get': await call(page, 'settings.get'),
    'lock.last': ok(null),
    'vault.status': ok(locked),
  }
}

const { screens } = english.trouble
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
] as const
const atStart = {
  'vault-not-starting': 'vault-not-starting',
  'self-test-failed': 'self-test-failed',
  internal: 'unknown',
} as const

for (const code of atUnlock)
  test(`${code} behind the passphrase has a screen of its own, and trying again is told`, async ({
    running,
  }) => {
    await standIn(running, { ...(await otherwise(running)), 'vault.unlock': failed(code) })
    const { page } = running
    await vaultPages(page).unlock('quiet harbour seven lamps')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(screens[code].title)
    for (const step of screens[code].steps) await expect(page.getByText(step)).toBeVisible()
    await expect(page.getByRole('button', { name: /delete|erase|new vault|start over/i })).toHaveCount(0)
    await scan(running, `trouble-${code}`)
    await page.getByRole('button', { name: english.trouble.tryAgain }).click()
    await expect(page.getByText(english.trouble.stillSo)).toBeVisible()
  })

for (const [code, name] of Object.entries(atStart))
  test(`${code} at the start has a screen`, async ({ running }) => {
    await standIn(running, { ...(await otherwise(running)), 'vault.status': failed(code) })
    await expect(running.page.getByRole('heading', { level: 1 })).toHaveText(screens[name].title)
    await scan(running, `trouble-at-start-${name}`)
  })

test('a lack of memory is told below the passphrase, which stays', async ({ running }) => {
  await standIn(running, { ...(await otherwise(running)), 'vault.unlock': failed('out-of-memory') })
  const vault = vaultPages(running.page)
  await vault.unlock('quiet harbour seven lamps')
  await expect(vault.alert).toContainText(english.errors['out-of-memory'].title)
  await expect(vault.passphrase).toHaveValue('quiet harbour seven lamps')
  await scan(running, 'trouble-out-of-memory')
})
