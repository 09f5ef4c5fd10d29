import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { english } from '#shared/i18n/en/index.ts'
import { longestCode } from '#shared/records/client.ts'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { handOverPage } from '../pages/hand-over-page.ts'
import { reload } from '../reload.ts'
import { shellPage } from '../pages/shell-page.ts'
import { keepScreenshot } from '../screenshots.ts'

const clientOf = (code: string) => ({
  id: randomUUID(),
  code,
  status: 'active',
  startedOn: '2026-01-05',
  therapyType: '',
  usualDurationMinutes: null,
  notes: '',
})

async function addClients(page: Page, codes: readonly string[]): Promise<ReturnType<typeof clientOf>[]> {
  const clients = codes.map(clientOf)
  const refused = await page.evaluate(async (entries) => {
    const answers: unknown[] = []
    for (const entry of entries) answers.push(JSON.parse(await window.attune.call('clients.create', entry)))
    return answers.filter((answer) => !(answer as { ok: boolean }).ok)
  }, clients)
  expect(refused).toEqual([])
  return clients
}

const answered = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, missingReason: null }]))

/** Saves a held session in which the therapist rated the alliance with one version of the form, or with none. */
async function addSession(page: Page, clientId: string, number: number, version: number | null) {
  const session = {
    id: randomUUID(),
    clientId,
    number,
    status: 'held',
    date: `2026-03-${String(number).padStart(2, '0')}`,
    timeOfDay: null,
    zone: 'Europe/Oslo',
    modality: 'in-person',
    durationMinutes: 50,
    notes: '',
    guess: 'open',
    closedAt: null,
  }
  const response = {
    id: randomUUID(),
    instrumentId: 'attune-alliance-therapist',
    instrumentVersion: version,
    rater: 'therapist',
    occasion: 'after',
    answers: answered({ goals: 6, tasks: 7, bond: 8, overall: 7 }),
    words: [],
    comment: '',
    recordedAt: '2026-03-16T15:00:00.000Z',
  }
  const log = { session, responses: version === null ? [] : [response], ruptureNote: null, events: [] }
  expect(await call(page, 'sessions.save', { log, expectedRevision: 0 })).toMatchObject({ ok: true })
  return log
}

/** The client rates the session at a hand-over, and writes a comment. */
async function handOver(page: Page, clientId: string, sessionId: string, comment: string): Promise<void> {
  const form = 'attune-alliance-client'
  const answers = { [form]: answered({ goals: 6, tasks: 7, bond: 8, overall: 7 }) }
  const asked = async (path: string, input: unknown) =>
    expect(await call(page, path, input), path).toMatchObject({ ok: true })
  await asked('clients.setForms', { id: clientId, instrumentIds: [form] })
  // The page is loaded again, perhaps before it has the answer.
  await call(page, 'handOver.begin', { sessionId }).catch(() => undefined)
  await expect(handOverPage(page).welcome).toBeVisible()
  await asked('handOver.saveAnswers', { answers, comment })
  await asked('handOver.finish', { stopped: false })
  await call(page, 'handOver.return', { passphrase }).catch(() => undefined)
  await expect.poll(() => call(page, 'clients.list').catch(() => null)).toMatchObject({ ok: true })
}

/** How far the page is wider than its window, in px. */
const overflowOf = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
    return document.documentElement.scrollWidth - document.documentElement.clientWidth
  })

/** 1024 by 700, and what it leaves at 200 % zoom. */
const narrow = [
  { width: 1024, height: 700 },
  { width: 512, height: 350 },
] as const

test('300 clients with codes of 40 letters: the code stays in sight while the other columns scroll', async ({
  openVault,
}) => {
  test.setTimeout(180_000)
  const running = await openVault()
  const { page } = running
  const letters = (index: number) =>
    `${String(index).padStart(3, '0')}${'W'.repeat(longestCode - 3)}`.slice(0, longestCode)
  await addClients(page, ['=1+1', ...Array.from({ length: 300 }, (_, index) => letters(index))])
  // These calls passed the page by, so its lists don't know of them.
  await reload(running)
  await shellPage(page).toClients()
  const table = page.getByRole('grid', { name: english.clients.title })
  await expect(table).toHaveAttribute('aria-rowcount', '302')
  await expect(page.getByRole('link', { name: '=1+1', exact: true })).toBeVisible()
  for (const size of narrow) {
    await page.setViewportSize(size)
    await table.evaluate((element) => element.scrollTo({ left: 10_000, top: 0 }))
    await table.scrollIntoViewIfNeeded()
    const code = table.getByRole('rowheader', { name: letters(0) })
    await expect(table.getByRole('columnheader', { name: english.clients.column.sessions })).toBeInViewport()
    await keepScreenshot(page, `bad-input-clients-${size.width}`)
    await expect(code).toBeInViewport({ ratio: 0.9 })
    const [edge, start] = await Promise.all([table, code].map((part) => part.boundingBox()))
    expect(Math.abs((start?.x ?? 0) - (edge?.x ?? 0))).toBeLessThanOrEqual(1)
    // Nothing of another column lies on the code. While the list scrolls, it lets no pointer reach its cells.
    const isOnTop = () =>
      code.evaluate((cell) => {
        const { right, top } = cell.getBoundingClientRect()
        const found = document.elementFromPoint(right - 20, top + 12)
        return found !== null && cell.contains(found)
      })
    await expect.poll(isOnTop).toBe(true)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize(narrow[0])
  await page
    .getByRole('link', { name: letters(299) })
    .or(table)
    .first()
    .focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('row', { name: letters(299) })).toBeInViewport()
})

test('no rating, one rating, ratings of two versions and texts of 100,000 characters fit on every screen', async ({
  openVault,
}) => {
  test.setTimeout(180_000)
  const running = await openVault()
  const { page } = running
  const codes = ['No rating', 'One rating', 'Two versions', 'W'.repeat(longestCode)] as const
  const [none, one, two, long] = await addClients(page, codes)
  await addSession(page, none!.id, 1, null)
  await addSession(page, one!.id, 1, 2)
  for (const [index, version] of [1, 2, 2].entries()) await addSession(page, two!.id, index + 1, version)
  const log = await addSession(page, long!.id, 1, 2)
  const comment = `${'M'.repeat(99_990)} last word`
  await handOver(page, long!.id, log.session.id, comment)
  const notes = `${'W'.repeat(99_996)} end`
  const draft = { ...log, session: { ...log.session, notes } }
  const kept = { sessionId: log.session.id, clientId: long!.id, baseRevision: 2, log: draft }
  expect(await call(page, 'drafts.save', kept)).toMatchObject({ ok: true })
  await reload(running)
  const shell = shellPage(page)
  const expectFits = async (what: string): Promise<void> => {
    for (const size of narrow) {
      await page.setViewportSize(size)
      expect(await overflowOf(page), `${what} at ${size.width} px`).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  await expect(shell.today).toBeVisible()
  await expect(page.getByRole('link', { name: codes[3] }).first()).toBeVisible()
  await keepScreenshot(page, 'bad-input-today')
  await expectFits('Today')
  for (const code of codes) {
    await shell.toClient(code)
    await expect(shell.heading).toHaveText(code)
    const timeline = page.getByRole('region', { name: 'Sessions' })
    await expect(timeline.getByRole('link', { name: 'Session 1', exact: true })).toBeVisible()
    await keepScreenshot(page, `bad-input-client-${code.slice(0, 12)}`)
    await expectFits(code)
    await timeline.getByRole('link', { name: 'Session 1', exact: true }).click()
    await expect(shell.heading).toContainText(`Session 1 with ${code}`)
    await keepScreenshot(page, `bad-input-session-${code.slice(0, 12)}`)
    await expectFits(`session 1 of ${code}`)
  }
  // The session's page has the whole comment, the timeline its beginning.
  await expect(page.getByText(comment)).toBeVisible()
  await page.goBack()
  const timeline = page.getByRole('region', { name: 'Sessions' })
  await expect(timeline.getByText(/M{100}…$/)).toBeVisible()
  expect(((await timeline.textContent()) ?? '').length).toBeLessThan(1_000)
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `/log/${log.session.id}`)
  const field = page.getByRole('textbox', { name: english.logSession.events.notes })
  // Chromium takes seconds to lay out a line of 100,000 letters, and longer on a busy computer.
  await expect(field).toHaveValue(notes, { timeout: 60_000 })
  await expectFits('the form')
})
