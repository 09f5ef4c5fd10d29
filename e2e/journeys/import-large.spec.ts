import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { expect, passphrase, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'
import { keepLightAndDark } from '../screenshots.ts'

const words = english.imports
const forms = 40_000
const sessionsOfEach = 50

function largeTable(): Buffer {
  const head = ['client', 'date', 'session', ...Array.from({ length: 9 }, (_, at) => `phq9_${at + 1}`)]
  const rows = Array.from({ length: forms }, (_, at) => {
    const session = (at % sessionsOfEach) + 1
    const date = new Date(Date.UTC(2025, 0, session)).toISOString().slice(0, 10)
    const answers = Array.from({ length: 8 }, (_none, item) => (at + item) % 4)
    return [`C${Math.floor(at / sessionsOfEach)}`, date, session, ...answers, 0].join(',')
  })
  return Buffer.from([head.join(','), ...rows].join('\n'))
}

const saving = (page: Page) =>
  page.getByRole('progressbar', {
    name: english.app.readingFile.steps.saving.replace('{{name}}', 'phq.csv'),
    exact: true,
  })
const confirm = (page: Page) => page.getByRole('button', { name: 'Import 40,000 forms' })
const cancel = (page: Page) => page.getByRole('button', { name: english.app.readingFile.cancel, exact: true })

/** Looks at the large table, as far as what its import would bring. */
async function lookAt(page: Page): Promise<void> {
  await shellPage(page).toSettings()
  await page.getByRole('link', { name: english.settings.vault.importRatings }).click()
  await expect(shellPage(page).heading).toHaveText(words.title)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'phq.csv', mimeType: 'text/csv', buffer: largeTable() })
  await page.getByRole('button', { name: words.columns.instrument, exact: false }).first().click()
  await page.getByRole('option', { name: /PHQ-9/ }).click()
  await page.getByRole('button', { name: words.look }).click()
  await expect(confirm(page)).toBeEnabled({ timeout: 60_000 })
}

/** Confirms the import, and waits until it is being saved. */
async function save(page: Page): Promise<void> {
  await confirm(page).click()
  await expect(saving(page)).toBeVisible({ timeout: 60_000 })
}

test('fault 320: a large import shows how far it is; Cancel and a lock leave nothing of it', async ({
  openVault,
}) => {
  test.slow()
  const running = await openVault()
  const { page } = running
  await lookAt(page)
  await save(page)
  await saving(page).scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'import-large-saving')
  await scan(running, 'import ratings, saving')
  await cancel(page).click()
  await expect(saving(page)).toBeHidden()
  await expect(confirm(page)).toBeFocused()
  await shellPage(page).toClients()
  await expect(page.getByText(english.clients.empty)).toBeVisible()

  await lookAt(page)
  await save(page)
  await page.keyboard.press('ControlOrMeta+Shift+L')
  await expect(vaultPages(page).unlockHeading).toBeVisible()
  await vaultPages(page).unlock(passphrase)
  await expect(shellPage(page).navigation).toBeVisible()
  await shellPage(page).toClients()
  await expect(page.getByText(english.clients.empty)).toBeVisible()
})
