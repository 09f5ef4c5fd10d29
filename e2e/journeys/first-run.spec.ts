import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'

/** Ten seconds on a quiet computer; the bound leaves room for a busy one. */
const longestSeconds = 30

test('from the first start to a picture of value: four clicks, and seconds', async ({ running }) => {
  const { page } = running
  const { welcome, recoveryHeading } = vaultPages(page)
  let clicks = 0
  const click = async (name: string, role: 'button' | 'link' = 'button') => {
    clicks += 1
    await page.getByRole(role, { name, exact: true }).first().click()
  }
  await expect(welcome).toBeVisible()
  await scan(running, 'first-run-01-welcome')
  const start = performance.now()

  await test.step('a passphrase is typed where the focus is', async () => {
    await click(english.unlock.welcome.look)
    await expect(page.getByLabel(english.keys.passphrase.new, { exact: true })).toBeFocused()
    await page.keyboard.insertText(passphrase)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(page.getByLabel(english.keys.passphrase.repeated, { exact: true })).toBeFocused()
    await page.keyboard.insertText(passphrase)
    await page.keyboard.press('Enter')
  })

  await test.step('the recovery key is left for later', async () => {
    await expect(recoveryHeading).toBeVisible()
    await click(english.unlock.recovery.later)
    await click(english.unlock.recovery.postpone.later)
  })

  await test.step('Today says who is worth attention, and the next click shows the course', async () => {
    await expect(page.getByText(/Reliably worse/).first()).toBeVisible()
    await click('Driftwood', 'link')
    await expect(page.getByRole('figure').first()).toBeVisible()
  })
  expect(clicks).toBeLessThanOrEqual(4)
  expect((performance.now() - start) / 1000).toBeLessThan(longestSeconds)
  await scan(running, 'first-run-02-course')
})

/** Every screen on which people type first, and the field that has the focus when it opens. */
const firstFields = [
  ['/clients/new', english.clients.form.code],
  ['/notes', english.notes.label],
  ['/evidence/own/new', english.evidence.form.title],
  ['/settings/security/passphrase', english.security.passphrase.current],
] as const

test('where people type first, the field has the focus', async ({ openVault }) => {
  const { page } = await openVault({ withSample: true })
  for (const [address, field] of firstFields)
    await test.step(`${address}: ${field}`, async () => {
      await page.evaluate((hash) => {
        window.location.hash = hash
      }, address)
      await expect(page.getByLabel(field, { exact: true })).toBeFocused()
    })

  const search = (name: string) => page.getByRole('searchbox', { name, exact: true })
  await test.step('Log session: the search among the clients', async () => {
    await page.keyboard.press('Control+n')
    await expect(search(english.logSession.choose.search)).toBeFocused()
  })
  await test.step('Evidence by its shortcut', async () => {
    await page.keyboard.press('Control+Shift+f')
    await expect(search(english.evidence.filter.words)).toBeFocused()
  })
  await test.step('the locked screen, and the recovery key', async () => {
    await call(page, 'lock.now').catch(() => undefined)
    const { unlockHeading, passphrase: field } = vaultPages(page)
    await expect(unlockHeading).toBeVisible()
    await expect(field).toBeFocused()
  })
  await expect(shellPage(page).navigation).toHaveCount(0)
})
