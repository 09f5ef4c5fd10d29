import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reportKinds, type ReportKind } from '#shared/reports/report-kinds.ts'
import { fillClient } from '../rights/testing/fill-client.ts'
import { clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createTestVault, rightPassphrase, type TestVault } from '../../testing/test-vault.ts'

const pdf = () => new TextEncoder().encode('%PDF-1.4 a page')

async function vaultWithClient() {
  const vault = createTestVault()
  const client = clientEntry({ code: 'K-07', notes: 'likes to come early' })
  await vault.api.clients.create(client)
  return { vault, client }
}

const entriesOf = ({ db }: TestVault) =>
  db
    .prepare(`SELECT kind, client_id FROM audit_entries WHERE kind LIKE 'report%' OR kind = 'record-saved'`)
    .raw()
    .all()

test('a report is made of every session with its answers, corrections and the forms behind them', async () => {
  const { vault, client } = await vaultWithClient()
  for (const number of [2, 1]) {
    const log = sessionLog(client.id, {
      session: { number, notes: `note ${String(number)}`, closedAt: '2026-03-16T16:00:00.000Z' },
      responses: [therapistResponse('attune-own-empathy', { 'own-empathy': 7 })],
    })
    await vault.api.sessions.save({ log, expectedRevision: 0 })
    if (number === 1)
      await vault.api.sessions.save({
        log: { ...log, session: { ...log.session, notes: 'corrected' } },
        expectedRevision: 1,
      })
  }
  const read = await vault.api.reports.read({ clientId: client.id })
  expect(read.sessions.map(({ session: { number, notes } }) => [number, notes])).toEqual([
    [1, 'corrected'],
    [2, 'note 2'],
  ])
  expect(read.versions.map(({ session, revision }) => [session.number, session.notes, revision])).toEqual([
    [1, 'note 1', 1],
  ])
  expect(read.instruments.map(({ id, version }) => [id, version])).toEqual([['attune-own-empathy', 1]])
  expect(read).toMatchObject({ client: { code: 'K-07', notes: 'likes to come early' }, drafts: 0 })
  vault.auditLog.flush()
  expect(
    vault.db.prepare(`SELECT count(*) FROM audit_entries WHERE kind = 'client-viewed'`).pluck().get(),
  ).toBe(1)
})

test('a plan keeps the title of its form after the form is no longer offered', async () => {
  const { vault, client } = await vaultWithClient()
  const form = { clientId: client.id, instrumentId: 'phq-9' }
  await vault.api.clients.setForms({ id: client.id, instrumentIds: ['phq-9'] })
  await vault.api.formPlans.decline(form)
  const { instrument } = (await vault.api.packs.list()).find(({ instrument: { id } }) => id === 'phq-9')!
  await vault.api.packs.retire({ id: 'phq-9', version: instrument.version })
  const { formPlans } = await vault.api.reports.read({ clientId: client.id })
  expect(formPlans).toMatchObject([{ instrumentId: 'phq-9', title: 'PHQ-9' }])
})

test('a report has no client’s emotions that wait for the guess, but counts that session and its drafts', async () => {
  const { vault, client } = await vaultWithClient()
  const log = sessionLog(client.id)
  await vault.api.sessions.save({ log, expectedRevision: 0 })
  await vault.api.handOver.begin({ sessionId: log.session.id })
  await vault.api.handOver.saveAnswers({
    answers: { 'attune-emotions-client': { joy: { value: 3, missingReason: null } } },
    comment: '',
  })
  await vault.api.handOver.finish({ stopped: true })
  await vault.api.handOver.return({ passphrase: rightPassphrase })
  await vault.api.drafts.saveForm({
    form: 'report-question',
    subject: client.id,
    clientId: client.id,
    content: '{}',
  })
  const read = await vault.api.reports.read({ clientId: client.id })
  expect(read).toMatchObject({ hiddenRatings: 1, drafts: 1 })
  expect(JSON.stringify(read)).not.toContain('joy')
  vault.db.exec(`UPDATE sessions SET guess = 'skipped'`)
  const later = await vault.api.reports.read({ clientId: client.id })
  expect(later.hiddenRatings).toBe(0)
  expect(JSON.stringify(later)).toContain('joy')
})

test('the record has every text about a client, and counts the drafts instead of showing them', async () => {
  const vault = createTestVault()
  const { clientId, texts } = await fillClient(vault)
  const record = await vault.api.reports.read({ clientId })
  const written = JSON.stringify(record)
  const missing = texts.filter((text) => !written.includes(text)).map((text) => text.split(' of Fern')[0])
  // What was looked at is a key of the figures and no text; the log of what was done names it.
  expect(missing).toEqual([
    'half of how it ended',
    'half of a goal',
    'draft',
    'half filled',
    'form draft',
    'looked at',
  ])
  expect(record.drafts).toBe(5)
})

test('a client who is not there has no report', async () => {
  const { vault } = await vaultWithClient()
  await expect(vault.api.reports.read({ clientId: randomUUID() })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a report is saved for its owner only, and the audit log has its kind and its client', async () => {
  const { vault, client } = await vaultWithClient()
  const place = temporaryFolder()
  const save = (kind: ReportKind) =>
    vault.api.reports.save({
      clientId: client.id,
      kind,
      token: vault.grant('report', join(place, `${kind}.pdf`), pdf()),
    })
  for (const kind of reportKinds) expect(await save(kind)).toEqual({ name: `${kind}.pdf`, bytes: 15 })
  for (const kind of reportKinds) {
    const path = join(place, `${kind}.pdf`)
    expect(readFileSync(path, 'utf8')).toBe('%PDF-1.4 a page')
    expect(statSync(path).mode & 0o777).toBe(0o600)
  }
  expect(entriesOf(vault)).toEqual([
    ['report-for-file-saved', client.id],
    ['report-for-supervision-saved', client.id],
    ['report-for-client-saved', client.id],
    ['record-saved', client.id],
  ])
})

test('fault 143: a token without a page, for another purpose or used writes no report and leaves no entry', async () => {
  const { vault, client } = await vaultWithClient()
  const path = join(temporaryFolder(), 'report.pdf')
  const save = (token: string, clientId: string = client.id) =>
    vault.api.reports.save({ clientId, kind: 'file', token })
  const refused = { code: 'file-not-granted' }
  await expect(save(vault.grant('report', path))).rejects.toMatchObject(refused)
  await expect(save(vault.grant('client-export', path, pdf()))).rejects.toMatchObject(refused)
  await expect(save(vault.grant('report', path, new Uint8Array()))).rejects.toMatchObject(refused)
  await expect(save(vault.grant('report', path, pdf()), randomUUID())).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(existsSync(path)).toBe(false)
  expect(entriesOf(vault)).toEqual([])
  const token = vault.grant('report', path, pdf())
  await save(token)
  await expect(save(token)).rejects.toMatchObject(refused)
  expect(entriesOf(vault)).toHaveLength(1)
})

test('fault 144: a missing or forbidden place says so, and leaves what was there', async () => {
  const { vault, client } = await vaultWithClient()
  const place = temporaryFolder()
  const save = (path: string) =>
    vault.api.reports.save({ clientId: client.id, kind: 'record', token: vault.grant('report', path, pdf()) })
  await expect(save(join(place, 'gone', 'report.pdf'))).rejects.toMatchObject({ code: 'place-missing' })
  await expect(save(join(vault.folder, 'report.pdf'))).rejects.toMatchObject({ code: 'place-not-allowed' })
  writeFileSync(join(place, 'report.pdf'), 'an older one')
  expect(readdirSync(place)).toEqual(['report.pdf'])
  expect(readFileSync(join(place, 'report.pdf'), 'utf8')).toBe('an older one')
  expect(entriesOf(vault)).toEqual([])
})
