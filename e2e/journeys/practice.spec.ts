import { call, expect, test } from '../fixtures.ts'
import { shellPage } from '../pages/shell-page.ts'
import { scan } from '../scan.ts'
import { english } from '#shared/i18n/en/index.ts'

const words = english.practice

test('the practice is shown by year and by quarter, as pictures, by keyboard and as tables', async ({
  openVault,
}) => {
  test.setTimeout(120_000)
  const running = await openVault({ withSample: true })
  const { page } = running
  const shell = shellPage(page)
  await shell.toPractice()
  await expect(shell.heading).toHaveText(words.title)
  await expect(
    page.getByText(/^12 clients, \d+ sessions held, \d{4} to \d{4}\. The ratings show/),
  ).toBeVisible()
  await expect(page.getByText(words.fictional.title)).toBeVisible()

  const completion = page.getByRole('figure', { name: words.measure.completion })
  await expect(completion.getByText(/^All together 9\d%, interval \d+% to \d+%/)).toBeVisible()
  await expect(completion.locator('.recharts-scatter-symbol').first()).toBeVisible()
  const drawing = completion.getByRole('application')
  await drawing.focus()
  await page.keyboard.press('End')
  await expect(completion.getByRole('status')).toContainText(/ of \d+ sessions held, \d+ clients/)
  await page.keyboard.press('Escape')
  await expect(completion.getByRole('status')).toBeEmpty()
  await completion.getByRole('button', { name: english.charts.showTable }).click()
  const table = page.getByRole('table', { name: words.measure.completion })
  const years = await table.getByRole('row').count()
  await expect(table.getByRole('rowheader').first()).toHaveText(/^\d{4}$/)

  // Fewer than ten ruptures say nothing about repairs.
  const repaired = page.getByRole('figure', { name: words.measure.repaired })
  await expect(repaired.getByText(/^Too few to say: .* Still needed: \d+ ruptures/)).toBeVisible()
  await expect(repaired.getByRole('application')).toHaveCount(0)

  await page.getByRole('radio', { name: words.by.quarter }).press('Space')
  await expect(table.getByRole('rowheader').first()).toHaveText(/^Q[1-4] \d{4}$/)
  expect(await table.getByRole('row').count()).toBeGreaterThan(years)
  await page.getByRole('button', { name: words.how.title }).click()
  await scan(running, 'practice-quarters')
})

test('an empty practice says what will appear, and its command has a key', async ({ openVault }) => {
  const running = await openVault()
  await running.page.keyboard.press('Control+5')
  await expect(shellPage(running.page).heading).toHaveText(words.title)
  await expect(running.page.getByText(words.none)).toBeVisible()
  await scan(running, 'practice-empty')
})

test('with one client and one session the practice says what is still needed', async ({ openVault }) => {
  const running = await openVault()
  const { page } = running
  const shell = shellPage(page)
  const clientId = crypto.randomUUID()
  const today = new Intl.DateTimeFormat('sv-SE').format(new Date())
  await call(page, 'clients.create', {
    id: clientId,
    code: 'K-07',
    status: 'active',
    startedOn: today,
    therapyType: '',
    notes: '',
  })
  const session = {
    id: crypto.randomUUID(),
    clientId,
    number: 1,
    status: 'held',
    date: today,
    zone: 'UTC',
    modality: 'in-person',
    durationMinutes: 50,
    notes: '',
    guess: 'open',
    closedAt: null,
  }
  const log = { session, responses: [], ruptureNote: null, events: [] }
  await call(page, 'sessions.save', { log, expectedRevision: 0 })
  await shell.toPractice()
  await expect(page.getByText('1 client, 1 session held,')).toContainText(words.noRupture)
  await expect(page.getByText(words.fictional.title)).toHaveCount(0)
  await expect(
    page.getByText(
      'Too few to say: 0 of 1 session held, 1 client. Still needed: 29 sessions held and 4 clients.',
    ),
  ).toBeVisible()
  await scan(running, 'practice-one-client')
})
