import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { expect, passphrase, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'
import { keepLightAndDark, keepScreenshot } from '../screenshots.ts'

const words = english.imports

/** A table as a spreadsheet of a country with decimal commas saves it: semicolons, days first, Windows-1252. */
const columns = ['Patient', 'Datum', 'Session', ...Array.from({ length: 9 }, (_, at) => `phq9_${at + 1}`)]
const row = (client: string, day: number, session: number, ...answers: (number | string)[]) =>
  [client, `${day}/02/2026`, session, ...Array.from({ length: 9 }, (_, at) => answers[at] ?? 1)].join(';')
const table = [
  columns.join(';'),
  row('Küste', 3, 1, 2, 2),
  row('Küste', 17, 2, 1, 'NA'),
  row('Küste', 24, 3, 1, 9),
  row('Dune', 4, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1),
].join('\r\n')

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })

test('ratings come from a table: mapped, looked at, imported without a bad row, and undone', async ({
  openVault,
}) => {
  const running = await openVault()
  const { page } = running
  await shellPage(page).toSettings()
  await page.getByRole('link', { name: english.settings.vault.importRatings }).click()
  await expect(shellPage(page).heading).toHaveText(words.title)
  await keepScreenshot(page, 'import-ratings')
  await scan(running, 'import ratings')

  await choose(page, 'phq.xlsx', Buffer.from('PK\u0003\u0004 and more'))
  await expect(page.getByText(words.refused.reason.excel)).toBeVisible()
  await keepScreenshot(page, 'import-ratings-excel')

  await choose(page, 'phq.csv', Buffer.from(table, 'latin1'))
  await expect(page.getByRole('radio', { name: words.reading.encodings['windows-1252'] })).toBeChecked()
  await expect(page.getByRole('radio', { name: words.reading.dateOrders['day-first'] })).toBeChecked()
  await page.getByRole('button', { name: words.columns.instrument, exact: false }).first().click()
  await page.getByRole('option', { name: /PHQ-9/ }).click()
  await expect(page.getByText('9 of 10 questions found.')).toBeVisible()
  await keepScreenshot(page, 'import-ratings-mapping')
  await scan(running, 'import ratings, mapping')

  // What was said about the columns survives a lock.
  await shellPage(page).lock()
  const vault = vaultPages(page)
  await expect(vault.unlockHeading).toBeVisible()
  await vault.unlock(passphrase)
  await expect(shellPage(page).navigation).toBeVisible()
  await shellPage(page).toSettings()
  await page.getByRole('link', { name: english.settings.vault.importRatings }).click()
  await expect(shellPage(page).heading).toHaveText(words.title)
  await choose(page, 'phq.csv', Buffer.from(table, 'latin1'))
  await expect(page.getByText(/^Your unsaved text from/)).toBeVisible()
  await expect(page.getByText('9 of 10 questions found.')).toBeVisible()
  await keepScreenshot(page, 'import-ratings-again')

  await page.getByRole('button', { name: words.look }).click()
  await expect(page.getByText('2 new clients: Küste, Dune')).toBeVisible()
  await expect(page.getByText(words.problem['answer-not-possible'])).toBeVisible()
  await page.getByText(words.problem['answer-not-possible']).scrollIntoViewIfNeeded()
  await keepScreenshot(page, 'import-ratings-plan')
  await scan(running, 'import ratings, plan')
  await page.getByRole('checkbox', { name: words.plan.leaveOut }).click({ force: true })
  await page.getByRole('button', { name: 'Import 3 forms' }).click()
  await expect(page.getByText('Imported 3 forms.')).toBeVisible()
  await keepScreenshot(page, 'import-ratings-done')

  await shellPage(page).toClients()
  await expect(page.getByRole('link', { name: 'Küste', exact: true })).toBeVisible()
  await shellPage(page).toSettings()
  await page.getByRole('link', { name: english.settings.vault.importRatings }).click()
  await page.getByRole('button', { name: words.done.undo, exact: true }).click()
  await expect(page.getByText(words.done.undone)).toBeVisible()
  await shellPage(page).toClients()
  await expect(page.getByRole('link', { name: 'Küste', exact: true })).toBeHidden()
})

test('a repeated column is asked about, another encoding can be chosen, and a bundle of Attune needs no mapping', async ({
  openVault,
}) => {
  const running = await openVault()
  const { page } = running
  await shellPage(page).toSettings()
  await page.getByRole('link', { name: english.settings.vault.importRatings }).click()
  await expect(shellPage(page).heading).toHaveText(words.title)
  const twice = table.replaceAll('Küste', 'Kueste').replace('phq9_9', 'phq9_8')
  await choose(page, 'twice.csv', Buffer.from(twice))
  const which = page.getByRole('button', { name: /Which “phq9_8”$/ })
  await expect(which).toBeVisible()
  await keepLightAndDark(page, 'import-ratings-repeated')
  await scan(running, 'import ratings, repeated columns')
  await which.click()
  await page.getByRole('option', { name: /^Column 11/ }).click()
  await expect(page.getByText(words.gaps.repeated)).toBeHidden()

  await choose(page, 'utf8.csv', Buffer.from(table))
  await expect(page.getByRole('radio', { name: words.reading.encodings['utf-8'] })).toBeChecked()
  await page.getByRole('radio', { name: words.reading.encodings['windows-1252'] }).click({ force: true })
  await page.getByRole('button', { name: words.columns.client, exact: false }).first().click()
  await expect(
    page
      .getByRole('listbox')
      .getByText(/KÃ¼ste/)
      .first(),
  ).toBeVisible()
  await page.keyboard.press('Escape')

  const bundle = '{"resourceType":"Bundle","type":"collection","entry":[]}'
  await choose(page, 'ratings.fhir.json', Buffer.from(bundle))
  await expect(page.getByText(words.attune.fhir)).toBeVisible()
  await page.getByRole('button', { name: words.look }).click()
  await expect(page.getByRole('button', { name: words.plan.nothing })).toBeVisible()
  await keepLightAndDark(page, 'import-ratings-bundle')
})

test('two questionnaires side by side come in one import', async ({ openVault }) => {
  const running = await openVault()
  const { page } = running
  await shellPage(page).toSettings()
  await page.getByRole('link', { name: english.settings.vault.importRatings }).click()
  await expect(shellPage(page).heading).toHaveText(words.title)
  const named = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}_${at + 1}`)
  const head = ['client', 'date', 'session', ...named('phq9', 9), ...named('gad7', 7)].join(',')
  const rowOf = (session: number) =>
    ['Dune', `2026-02-0${session}`, session, ...Array.from({ length: 15 }, () => 1), 0].join(',')
  await choose(page, 'both.csv', Buffer.from([head, rowOf(1), rowOf(2)].join('\n')))
  const questionnaire = page.getByRole('button', { name: words.columns.instrument, exact: false }).first()
  await questionnaire.click()
  await page.getByRole('option', { name: /PHQ-9/ }).click()
  await page.getByRole('button', { name: words.kept.add }).click()
  await questionnaire.click()
  await page.getByRole('option', { name: /GAD-7/ }).click()
  await expect(page.getByRole('button', { name: words.look })).toBeVisible()
  await page.getByText(words.kept.title).scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'import-ratings-two-questionnaires')
  await scan(running, 'import ratings, two questionnaires')
  await page.getByRole('button', { name: words.look }).click()
  await page.getByRole('button', { name: 'Import 4 forms' }).click()
  await expect(page.getByText('Imported 4 forms.')).toBeVisible()
})
