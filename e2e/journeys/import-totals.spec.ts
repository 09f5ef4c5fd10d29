import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { expect, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { scan } from '../scan.ts'
import { keepLightAndDark } from '../screenshots.ts'

const words = english.imports

async function toImport(page: Page): Promise<void> {
  await shellPage(page).toSettings()
  await page.getByRole('link', { name: english.settings.vault.importRatings }).click()
  await expect(shellPage(page).heading).toHaveText(words.title)
}
async function choosePhq(page: Page, text: string): Promise<void> {
  const file = { name: 'phq.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: words.columns.instrument, exact: false }).first().click()
  await page.getByRole('option', { name: /PHQ-9/ }).click()
}

const totals = [
  'client,date,phq9_total',
  ...[19, 18, 16, 31, 14, 12, 11, 9].map(
    (total, at) => `Dune,2026-0${at < 4 ? 1 : 2}-${10 + (at % 4) * 5},${total}`,
  ),
].join('\n')

test('totals come in without answers, and have a mark of their own in the course', async ({ openVault }) => {
  const running = await openVault()
  const { page } = running
  await toImport(page)
  await choosePhq(page, totals)
  await expect(page.getByRole('radio', { name: words.columns.contentsOptions.totals })).toBeChecked()
  await expect(page.getByText(words.items.totals.wide)).toBeVisible()
  const contents = page.getByText(words.columns.contents, { exact: true })
  await contents.scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'import-totals-mapping', contents)
  await scan(running, 'import-totals-scan-mapping')

  await page.getByRole('button', { name: words.look }).click()
  const problem = page.getByText(words.problem['total-not-possible'])
  await expect(problem).toBeVisible()
  await problem.scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'import-totals-preview', problem)
  await scan(running, 'import-totals-scan-preview')
  await page.getByRole('checkbox', { name: words.plan.leaveOut }).click({ force: true })
  await page.getByRole('button', { name: 'Import 7 forms' }).click()
  await expect(page.getByText('Imported 7 forms.')).toBeVisible()

  await shellPage(page).toClients()
  await page.getByRole('link', { name: 'Dune', exact: true }).click()
  await expect(shellPage(page).heading).toHaveText('Dune')
  const course = page.getByRole('region', { name: 'PHQ-9', exact: true })
  await expect(course.getByText(english.outcome.totals.noteWithRisk)).toBeVisible()
  await course.scrollIntoViewIfNeeded()
  // The drawing comes after the words.
  await expect(course.getByText(english.charts.total, { exact: true })).toBeVisible()
  await keepLightAndDark(page, 'import-totals-course', course)
  await scan(running, 'import-totals-scan-course')
  await course.getByRole('button', { name: english.charts.showTable }).click()
  await expect(course.getByText('19 (total only)')).toBeVisible()
})

test('totals beside the answers are compared, and each row that differs is named', async ({ openVault }) => {
  const running = await openVault()
  const { page } = running
  await toImport(page)
  const head = ['client', 'date', ...Array.from({ length: 9 }, (_, at) => `phq9_${at + 1}`), 'PHQ-9 sum']
  const row = (day: number, answer: number | '', total: number) =>
    ['Dune', `2026-02-${day}`, ...Array.from({ length: 8 }, () => 1), answer, total].join(',')
  await choosePhq(page, [head.join(','), row(10, 0, 8), row(17, 0, 9), row(24, '', 8)].join('\n'))
  await expect(page.getByText('9 of 10 questions found.')).toBeVisible()
  const compared = page.getByText(words.items.compare)
  await compared.scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'import-totals-compared', compared)
  await page.getByRole('button', { name: words.look }).click()
  const differs = page.getByText('The answers come to 8. They are imported, the total is not.')
  await expect(differs).toBeVisible()
  await expect(page.getByText(words.note['total-unchecked'])).toBeVisible()
  await differs.scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'import-totals-differs', differs)
  await scan(running, 'import-totals-scan-compared')
  await page.getByRole('button', { name: 'Import 3 forms' }).click()
  await expect(page.getByText('Imported 3 forms.')).toBeVisible()
})

test('what rests on totals says so on Today, in a prompt and in the session', async ({ openVault }) => {
  const running = await openVault()
  const { page } = running
  const { toToday, toClient, heading } = shellPage(page)
  await toImport(page)
  const rows = [9, 16, 17].map((total, at) => `Dune,2026-02-1${at},${total}`)
  await choosePhq(page, ['client,date,phq9_total', ...rows].join('\n'))
  await page.getByRole('button', { name: words.look }).click()
  await page.getByRole('button', { name: 'Import 3 forms' }).click()
  await expect(page.getByText('Imported 3 forms.')).toBeVisible()

  await toToday()
  const reason = page.getByText(english.attention.reason.totals_other)
  await expect(reason).toContainText('PHQ-9: 9, now 17.')
  await keepLightAndDark(page, 'totals-today', reason)
  await scan(running, 'totals-scan-today')

  await toClient('Dune')
  const prompt = page.getByText(
    /^PHQ-9 went from 9 \(total only\) in session 1 to 17 \(total only\) in session 3/,
  )
  await expect(prompt).toBeVisible()
  await prompt.scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'totals-prompt', prompt)

  await page.getByRole('link', { name: 'Session 3', exact: true }).click()
  await expect(heading).toHaveText('Session 3 with Dune')
  const form = page.getByText('PHQ-9 (total only), version 2')
  await expect(form).toBeVisible()
  await form.scrollIntoViewIfNeeded()
  await keepLightAndDark(page, 'totals-session', form)
})
