import type { Page } from '@playwright/test'
import { toCsv, type CsvCell } from '#shared/csv/csv.ts'
import { longColumns } from '#shared/exports/long-table.ts'
import { ownWordsColumns } from '#shared/exports/own-words-table.ts'
import { wordColumns } from '#shared/exports/words-table.ts'
import { english } from '#shared/i18n/en/index.ts'
import { expect, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { scan } from '../scan.ts'
import { keepLightAndDark } from '../screenshots.ts'

const words = english.imports
const days = ['2026-02-02', '2026-02-09', '2026-02-16']
const goal = 'Sleep through the night'
const reworded = 'Sleep five hours, and not lie awake over it'

/** A table as an export of another vault has it: rows of the client Dune, with what is the same in each left out. */
function tableOf<Column extends string>(
  columns: readonly Column[],
  rows: readonly Partial<Record<string, CsvCell>>[],
): Buffer {
  const filled = rows.map((row): Partial<Record<string, CsvCell>> => {
    const date = days[Number(row['session']) - 1] ?? '2026-02-23'
    return { client: 'Dune', fictional: 0, date, recorded_at: `${date}T15:00:00.000Z`, ...row }
  })
  return Buffer.from(
    toCsv(
      columns,
      filled.map((row) => columns.map((column) => row[column] ?? null)),
    ),
  )
}

const held = { status: 'held', modality: 'in-person', minutes: 50, kind: 'session', recorded_at: null }
const long = tableOf(
  longColumns,
  [1, 2, 3].map((session) => ({ ...held, session })),
)
const rating = { kind: 'goal', item: 1, wording: 1, words: goal }
const ownWords = tableOf(ownWordsColumns, [
  { ...rating, session: 1, value: 2 },
  { ...rating, session: 2, value: 4 },
  { ...rating, session: 3, value: 7, wording: 2, words: reworded },
  { ...rating, session: 4, value: 8, wording: 2, words: reworded },
])
const notes = (second: string) =>
  tableOf(wordColumns, [
    { session: 1, kind: 'note', text: 'She slept at last.' },
    { session: 2, kind: 'note', text: second },
  ])

async function look(page: Page, name: string, buffer: Buffer, about: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await expect(page.getByText(about)).toBeVisible()
  await page.getByRole('button', { name: words.look }).click()
  await expect(page.getByRole('heading', { name: words.plan.title })).toBeVisible()
}

test('ratings in own words and notes come back from the tables of an export, and are undone', async ({
  openVault,
}) => {
  const running = await openVault()
  const { page } = running
  const { toSettings, toClient } = shellPage(page)
  const toImport = async () => {
    await toSettings()
    await page.getByRole('link', { name: english.settings.vault.importRatings }).click()
    await expect(shellPage(page).heading).toHaveText(words.title)
  }
  await toImport()

  await test.step('the sessions come first', async () => {
    await look(page, 'ratings-long.csv', long, words.attune.tables)
    await page.getByRole('button', { name: 'Import 3 sessions' }).click()
    await expect(page.getByText('Imported 3 sessions.')).toBeVisible()
  })

  await test.step('then the ratings in own words, without the one of a session that is not here', async () => {
    await look(page, 'ratings-own-words.csv', ownWords, words.attune['own-words'])
    const problem = page.getByText(words.problem['session-missing'])
    await expect(problem).toBeVisible()
    await problem.scrollIntoViewIfNeeded()
    await keepLightAndDark(page, 'import-own-words-preview', problem)
    await scan(running, 'import own words, preview')
    await page.getByRole('checkbox', { name: words.plan.leaveOut }).click({ force: true })
    await page.getByRole('button', { name: 'Import 3 ratings' }).click()
    await expect(page.getByText('Imported 3 ratings.')).toBeVisible()
  })

  await test.step('then the notes, once', async () => {
    await look(page, 'ratings-words.csv', notes('Worse again.'), words.attune.words)
    await page.getByRole('button', { name: 'Import 2 texts' }).click()
    await expect(page.getByText('Imported 2 texts.')).toBeVisible()
    await keepLightAndDark(page, 'import-own-words-done')
    await scan(running, 'import own words, done')
    await look(page, 'ratings-words.csv', notes('Another text.'), words.attune.words)
    await expect(page.getByText(words.problem['other-text'])).toBeVisible()
    await expect(page.getByRole('button', { name: words.plan.nothing })).toBeVisible()
    await keepLightAndDark(page, 'import-words-other-text', page.getByText(words.problem['other-text']))
  })

  await test.step('the client’s page has the goal with its earlier wording, and nobody is asked for it', async () => {
    await toClient('Dune')
    const card = page.getByRole('region', { name: english.ownWords.title, exact: true })
    await card.getByRole('button', { name: /1 that has ended/ }).click()
    await expect(card.getByText(reworded).first()).toBeVisible()
    await expect(card.getByText(goal).first()).toBeVisible()
    await expect(card.getByRole('button', { name: english.ownWords.reopen })).toBeVisible()
    await keepLightAndDark(page, 'import-own-words-client', card)
  })

  await test.step('an undo takes the ratings out', async () => {
    await toImport()
    const undo = page.getByRole('button', { name: words.done.undo, exact: true })
    await expect(undo).toHaveCount(3)
    await undo.nth(1).click()
    await expect(page.getByText(words.done.undone)).toBeVisible()
    await expect(undo).toHaveCount(2)
    await toClient('Dune')
    const card = page.getByRole('region', { name: english.ownWords.title, exact: true })
    await expect(card).toContainText(english.ownWords.lead)
    await expect(card.getByText(goal)).toHaveCount(0)
  })
})
