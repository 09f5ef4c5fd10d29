import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportKind } from '#shared/reports/report-kinds.ts'
import { isolateDirection } from '../../src/renderer/lib/isolate-direction.ts'
import { english } from '#shared/i18n/en/index.ts'
import { call, expect, passphrase, test } from '../fixtures.ts'
import { handOver } from '../hand-over.ts'
import { proofDialog } from '../pages/proof-dialog.ts'
import { shellPage } from '../pages/shell-page.ts'
import { vaultPages } from '../pages/vault-pages.ts'
import { choosePlace, code, readRecord, saved, titleOf } from '../report.ts'

const words = english.reports

/** The Latin letters alone: PDF gives words that are written from right to left in another order. */
const latin = (text: string) => text.replaceAll(/[^A-Za-z]+/g, '')

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
  await shellPage(page).toClient(code)
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
    await expect(shellPage(page).heading).toHaveText(
      words.paper.title.file.replace('{{code}}', isolateDirection(entry.code)),
    )
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
