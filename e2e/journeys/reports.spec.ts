import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { reportKinds, type ReportKind } from '#shared/reports/report-kinds.ts'
import { english } from '#shared/i18n/en/index.ts'
import { expect, passphrase, test, type Running } from '../fixtures.ts'
import { pressAt } from '../keyboard.ts'
import { proofDialog } from '../pages/proof-dialog.ts'
import { shellPage } from '../pages/shell-page.ts'
import type { ReadPdf } from '../read-pdf.ts'
import { scan } from '../scan.ts'
import { keepScreenshot } from '../screenshots.ts'
import { chooseKind, choosePlace, code, openReport, readRecord, saved, titleOf } from '../report.ts'

type Page = Running['page']

const words = english.reports
const question = 'How do I come back to the hurry,\nwithout an excuse?'

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
    for (const role of ['Table', 'TR', 'TH', 'TD'])
      if (kind === 'file' || kind === 'supervision') expect(roles, kind).toContain(role)
  }
  // The name of a form is on the sheet of its first answers.
  for (const text of read.get('record')!.pages)
    expect(text.trim()).not.toMatch(/answered by the (?:client|therapist) (?:before|after) the session$/)
  // Neither the window nor the screen keeps anything of the printing.
  await expect(page).toHaveTitle('Attune')
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
  expect(client).not.toMatch(/rupture|withdrawal|drop|cut-off|reliable/i)
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
  // The system's print dialog takes no report without its question either.
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(words.unfinished)).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })

  // Kind, question, then the first part with its two buttons; the first can't go up.
  await page.getByLabel(words.question.label).focus()
  await expect(page.getByLabel(words.question.label)).toBeFocused()
  await page.keyboard.type('What now?')
  await expect(save).toBeEnabled()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('checkbox', { name: words.paper.parts.summary })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const sections = page.getByRole('article').getByRole('heading', { level: 2 })
  await expect(sections.first()).toHaveText(words.paper.parts.course)
  await pressAt(page.getByRole('checkbox', { name: words.paper.parts.prompts }), 'Space')
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
