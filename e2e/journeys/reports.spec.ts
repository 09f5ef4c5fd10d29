import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientRecord } from '#shared/reports/client-record.ts'
import { reportKinds, type ReportKind } from '#shared/reports/report-kinds.ts'
import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, test, type Running } from '../fixtures.ts'
import { handOver } from '../hand-over.ts'
import { proofDialog } from '../pages/proof-dialog.ts'
import { shellPage } from '../pages/shell-page.ts'
import { readPdf, type ReadPdf } from '../read-pdf.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { scan } from '../scan.ts'
import { keepScreenshot } from '../screenshots.ts'

type Page = Running['page']

const words = english.reports
const code = 'Harbour'
const question = 'How do I come back to the hurry,\nwithout an excuse?'

/** Answers the next dialogs for a new file, as if the user had chosen it. */
async function choosePlace({ app }: Running, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, path)
}

async function openReport(page: Page): Promise<void> {
  await shellPage(page).toClients()
  await page.getByRole('link', { name: code, exact: true }).click()
  await page.getByRole('link', { name: words.action }).click()
  await expect(shellPage(page).heading).toHaveText(titleOf('file'))
}

const titleOf = (kind: ReportKind) => words.paper.title[kind].replace('{{code}}', code)

async function chooseKind(page: Page, kind: ReportKind): Promise<void> {
  await page.getByRole('button', { name: words.kind.label }).click()
  await page.getByRole('option', { name: words.kind[kind], exact: true }).click()
  await expect(shellPage(page).heading).toHaveText(titleOf(kind))
}

/** Saves the report that is on the screen, and reads the file back. */
async function saved(running: Running, path: string, name: string): Promise<ReadPdf> {
  const { page } = running
  await choosePlace(running, join(path, name))
  await page.getByRole('button', { name: words.save.submit }).click()
  await proofDialog(page).prove(passphrase)
  await expect(page.getByText(words.save.saved.replace('{{name}}', name))).toBeVisible({ timeout: 60_000 })
  expect(statSync(join(path, name)).mode & 0o777).toBe(0o600)
  return readPdf(readFileSync(join(path, name)))
}

/** Words without the spaces that lines and kerning put between them. */
const closed = (text: string) => text.replaceAll(/\s+/g, '')

/** The foot of a page: Chromium writes it before the page's own words. */
const footOf = (at: number, { pages }: ReadPdf) => new RegExp(`^${at + 1} / ${pages.length} ${code}\\b`)

const wholeText = (pdf: ReadPdf) =>
  closed(pdf.pages.map((page, at) => page.trim().replace(footOf(at, pdf), '')).join(' '))

/** The words in the heads of the report's tables that are broken over two lines. */
const brokenHeads = (page: Page) =>
  page
    .getByRole('article')
    .locator('thead th')
    .evaluateAll((heads) =>
      heads.flatMap((head) => {
        const written = head.firstChild
        if (written === null) return []
        return [...(head.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
          const range = document.createRange()
          range.setStart(written, index)
          range.setEnd(written, index + word.length)
          return range.getClientRects().length > 1 ? [word] : []
        })
      }),
    )

async function readRecord(page: Page): Promise<ClientRecord> {
  const listed = (await call(page, 'clients.list')) as { value: { client: ClientRecord['client'] }[] }
  const { client } = listed.value.find((each) => each.client.code === code)!
  return ((await call(page, 'reports.read', { clientId: client.id })) as { value: ClientRecord }).value
}

test('every kind of report is a tagged PDF with an outline, complete, with the code on every page', async ({
  openVault,
  dataFolder,
}) => {
  test.slow()
  const running = await openVault({ withSample: true })
  const { page } = running
  const place = join(dataFolder, 'reports')
  mkdirSync(place)
  const record = await readRecord(page)
  await openReport(page)
  const read = new Map<ReportKind, ReadPdf>()
  for (const kind of reportKinds) {
    await chooseKind(page, kind)
    if (kind === 'supervision') await page.getByLabel(words.question.label).fill(question)
    const pdf = await saved(running, place, `${kind}.pdf`)
    read.set(kind, pdf)
    expect(pdf, kind).toMatchObject({
      title: titleOf(kind),
      language: 'en',
      isTagged: true,
      size: [612, 792],
    })
    expect(pdf.outline[0], kind).toEqual([0, titleOf(kind)])
    pdf.pages.forEach((text, at) => expect(text.trim(), kind).toMatch(footOf(at, pdf)))
    expect(await brokenHeads(page), kind).toEqual([])
    const sections = await page.getByRole('article').getByRole('heading', { level: 2 }).allTextContents()
    expect(pdf.outline.filter(([depth]) => depth === 1).map(([, title]) => title)).toEqual(sections)
    // No heading is left at the end of a page, away from what it is over.
    for (const [, heading] of pdf.outline)
      for (const text of pdf.pages) expect(text.trim().endsWith(heading), `${kind}: ${heading}`).toBe(false)
    const roles = new Set(pdf.elements.map(({ role }) => role))
    for (const role of ['H1', 'H2', 'P']) expect(roles, kind).toContain(role)
    for (const { role, alt } of pdf.elements)
      if (role === 'Figure') expect(alt, kind).toMatch(/session by session\. ./)
    expect(roles.has('Figure'), kind).toBe(kind !== 'record')
    for (const role of ['Table', 'TR', 'TH', 'TD']) if (kind !== 'client') expect(roles, kind).toContain(role)
  }
  // The head of a table is on every sheet that the table reaches: all but those of the first and the last parts.
  const { everything } = words.paper
  const withHead = read
    .get('record')!
    .pages.filter((text) => text.includes(`${everything.question} ${everything.answer}`))
  expect(withHead.length).toBeGreaterThanOrEqual(read.get('record')!.pages.length - 2)
  // Neither the window nor the screen keeps anything of the printing.
  expect(await page.title()).toBe('Attune')
  expect(readdirSync(place).toSorted()).toEqual(reportKinds.map((kind) => `${kind}.pdf`).toSorted())

  const [file, supervision, client, whole] = reportKinds.map((kind) => wholeText(read.get(kind)!))
  const notes = record.sessions.map(({ session }) => session.notes).filter((note) => note !== '')
  const comments = record.sessions
    .flatMap(({ responses }) => responses.filter(({ rater }) => rater === 'client'))
    .flatMap(({ comment }) => (comment === '' ? [] : [comment]))
  expect(notes.length).toBeGreaterThan(3)
  expect(comments.length).toBeGreaterThan(0)
  for (const note of notes) {
    for (const text of [file, whole]) expect(text).toContain(closed(note))
    for (const text of [supervision, client]) expect(text).not.toContain(closed(note))
  }
  for (const comment of comments) {
    for (const text of [file, client, whole]) expect(text).toContain(closed(comment))
    expect(supervision).not.toContain(closed(comment))
  }
  expect(supervision?.endsWith(closed(`${words.paper.question.title} ${question}`))).toBe(true)
  expect(client).not.toMatch(/rupture|withdrawal|fall|cut-off|reliable/i)
  for (const { session } of record.sessions)
    expect(whole).toContain(
      closed(words.paper.session.replace('{{number}}', String(session.number)).replace('{{date}}', '')),
    )
  for (const { items } of record.instruments)
    for (const item of items) expect(whole).toContain(closed(item.text))

  await shellPage(page).toSettings()
  await page.getByRole('link', { name: english.settings.records.audit }).click()
  for (const kind of ['report-for-supervision-saved', 'record-saved'] as const)
    await expect(page.getByText(english.audit.kinds[kind].slice(0, -1)).first()).toBeVisible()
  // A saved report is printed by Attune, and its own entry says so.
  await expect(page.getByText(english.audit.kinds.printed.slice(0, -1))).toHaveCount(0)
})

test('parts are chosen and ordered by keyboard, the question is demanded, and the paper follows', async ({
  openVault,
  dataFolder,
}) => {
  const running = await openVault({ withSample: true })
  const { page } = running
  await openReport(page)
  await keepScreenshot(page, 'report-file')
  await scan(running, 'report')
  await chooseKind(page, 'supervision')
  const save = page.getByRole('button', { name: words.save.submit })
  await expect(save).toBeDisabled()
  await expect(page.getByText(words.save.noQuestion)).toBeVisible()

  // Kind, question, then the first part with its two buttons; the first can't go up.
  await page.getByLabel(words.question.label).focus()
  await page.keyboard.type('What now?')
  await expect(save).toBeEnabled()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('checkbox', { name: words.paper.parts.summary })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const sections = page.getByRole('article').getByRole('heading', { level: 2 })
  await expect(sections.first()).toHaveText(words.paper.parts.course)
  await page.getByRole('checkbox', { name: words.paper.parts.prompts }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('heading', { level: 2, name: words.paper.parts.prompts })).toBeHidden()
  await expect(sections.last()).toHaveText(words.paper.question.title)
  await scan(running, 'report for supervision')

  // What was typed is there again.
  await shellPage(page).toToday()
  await openReport(page)
  await chooseKind(page, 'supervision')
  await expect(page.getByLabel(words.question.label)).toHaveValue('What now?')
  await page.getByText(words.paperSize.A4, { exact: true }).click()

  await choosePlace(running, join(dataFolder, 'gone', 'never.pdf'))
  await save.click()
  await proofDialog(page).prove(passphrase)
  await expect(page.getByText(english.errors['place-missing'].title)).toBeVisible()
  const pdf = await saved(running, dataFolder, 'on A4.pdf')
  await expect(page.getByText(english.errors['place-missing'].title)).toBeHidden()
  expect(pdf.size).toEqual([595, 842])
})

test('a report is out of reach while the computer is handed over, and a lock ends it', async ({
  openVault,
  dataFolder,
}) => {
  const running = await openVault({ withSample: true })
  const { app, page } = running
  const { client } = await readRecord(page)
  const refused = { ok: false, code: 'not-available' }
  const expectOutOfReach = async () => {
    await expect(page.getByRole('article')).toBeHidden()
    expect(await page.content()).not.toContain(code)
    expect(await call(page, 'reports.read', { clientId: client.id })).toMatchObject(refused)
    expect(await call(page, 'files.printPage')).toMatchObject(refused)
    const save = { clientId: client.id, kind: 'record', token: 'A'.repeat(43) }
    expect(await call(page, 'reports.save', save)).toMatchObject(refused)
  }

  // The shortcut leads to the report on the open client.
  await shellPage(page).toClients()
  await page.getByRole('link', { name: code, exact: true }).click()
  await expect(shellPage(page).heading).toHaveText(code)
  await page.keyboard.press('ControlOrMeta+Shift+P')
  await expect(shellPage(page).heading).toHaveText(titleOf('file'))

  // The lock comes while the system's dialog is open.
  const path = join(dataFolder, 'never.pdf')
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () =>
      new Promise((resolve) => {
        Reflect.set(globalThis, 'chooseNow', () => resolve({ canceled: false, filePath: chosen }))
      })
  }, path)
  await page.getByRole('button', { name: words.save.submit }).click()
  await proofDialog(page).prove(passphrase)
  await expect
    .poll(() => app.evaluate(() => typeof Reflect.get(globalThis, 'chooseNow') === 'function'))
    .toBe(true)
  await page.keyboard.press('ControlOrMeta+Shift+L')
  await expect(vaultPages(page).unlockHeading).toBeVisible()
  await app.evaluate(() => void Reflect.get(globalThis, 'chooseNow')())
  await expectOutOfReach()

  await vaultPages(page).unlock(passphrase)
  await expect(shellPage(page).heading).toHaveText(titleOf('file'))
  await choosePlace(running, path)
  await handOver(running)
  await expectOutOfReach()
  expect(readdirSync(dataFolder)).not.toContain('never.pdf')
})

test('a report on a client with the longest code and texts, and on one without ratings, is whole', async ({
  openVault,
  dataFolder,
}) => {
  test.slow()
  const running = await openVault()
  const { page } = running
  const client = (code: string) => ({
    id: crypto.randomUUID(),
    code,
    status: 'active',
    startedOn: '2026-01-05',
    therapyType: '',
    notes: '',
  })
  const [longest, bare] = [client('W'.repeat(40)), client('"; } body { display: none } ש')]
  for (const entry of [longest, bare])
    expect(await call(page, 'clients.create', entry)).toMatchObject({ ok: true })
  const paragraph = 'A sentence that has to come through whole, with =signs, “quotes” and שלום in it. '
  const [notes, comment] = [paragraph.repeat(240), `begins ${paragraph.repeat(1_240)} ends`]
  expect(comment.length).toBeGreaterThan(100_000)
  const session = {
    id: crypto.randomUUID(),
    clientId: longest.id,
    number: 1,
    status: 'held',
    date: '2026-03-16',
    zone: 'UTC',
    modality: 'in-person',
    durationMinutes: 50,
    notes,
    guess: 'open',
    closedAt: null,
  }
  const response = {
    id: crypto.randomUUID(),
    instrumentId: 'attune-own-empathy',
    instrumentVersion: 1,
    rater: 'therapist',
    occasion: 'after',
    answers: { 'own-empathy': { value: 7, missingReason: null } },
    words: [],
    comment,
    recordedAt: '2026-03-16T15:00:00.000Z',
  }
  const log = { session, responses: [response], ruptureNote: null, events: [] }
  expect(await call(page, 'sessions.save', { log, expectedRevision: 0 })).toMatchObject({ ok: true })

  const reportOn = async (entry: { id: string; code: string }, kind: ReportKind, name: string) => {
    await shellPage(page).toAbout()
    await page.evaluate((id) => {
      window.location.hash = `/clients/${id}/report`
    }, entry.id)
    await expect(shellPage(page).heading).toHaveText(words.paper.title.file.replace('{{code}}', entry.code))
    await page.getByRole('button', { name: words.kind.label }).click()
    await page.getByRole('option', { name: words.kind[kind], exact: true }).click()
    return saved(running, dataFolder, name)
  }
  const whole = await reportOn(longest, 'record', 'longest.pdf')
  const text = latin(whole.pages.map((page) => page.trim().replace(/^\d+ \/ \d+ W{40}/, '')).join(' '))
  expect(text).toContain(latin(notes))
  expect(text).toContain(latin(comment))
  for (const page of whole.pages) expect(page).toContain(longest.code)
  for (const kind of ['file', 'client', 'record'] as const) {
    const pdf = await reportOn(bare, kind, `${kind} of nothing.pdf`)
    expect(pdf).toMatchObject({ isTagged: true })
    expect(pdf.pages.join(' ')).toContain('display: none')
    expect(pdf.pages.join(' ')).not.toMatch(/undefined|NaN/)
  }
})

/** The Latin letters alone: PDF gives words that are written from right to left in another order. */
const latin = (text: string) => text.replaceAll(/[^A-Za-z]+/g, '')
