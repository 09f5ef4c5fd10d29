import { randomUUID } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { AppError } from '#shared/contract/result.ts'
import { clientEntry, sessionLog } from '../testing/entries.ts'
import { createTestVault, rightPassphrase, type TestVault } from '../testing/test-vault.ts'
import { createAuditLog, writtenWithinMilliseconds } from './audit-log.ts'
import { createAuditRepository } from './audit.repository.ts'

const kindsOf = ({ db }: TestVault) =>
  db.prepare('SELECT kind FROM audit_entries ORDER BY sequence').pluck().all()

test('each change leaves an entry that names its client, and saving the same again leaves none', async () => {
  const vault = createTestVault({ now: '2026-03-20T15:00:00.000Z', zone: 'Europe/Oslo' })
  const { api } = vault
  const client = clientEntry()
  const log = sessionLog(client.id)
  await api.clients.create(client)
  await api.clients.create(client)
  await api.clients.update({ entry: { ...client, notes: 'new' }, expectedRevision: 1 })
  await api.clients.update({ entry: { ...client, notes: 'new' }, expectedRevision: 2 })
  await api.clients.update({ entry: { ...client, notes: 'new', status: 'ended' }, expectedRevision: 2 })
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.sessions.save({ log, expectedRevision: 0 })
  const session = { ...log.session, closedAt: '2026-03-20T15:00:00.000Z' }
  await api.sessions.save({ log: { ...log, session: { ...session, notes: 'more' } }, expectedRevision: 1 })
  await api.sessions.save({ log: { ...log, session: { ...session, notes: 'mended' } }, expectedRevision: 2 })

  const { entries } = await api.audit.list({
    area: 'records',
    clientId: client.id,
    from: null,
    to: null,
    before: null,
    most: 50,
  })
  expect(entries.toReversed()).toMatchObject([
    { kind: 'client-created', clientId: client.id, sessionId: null },
    { kind: 'client-changed', clientId: client.id, sessionId: null },
    { kind: 'client-archived', clientId: client.id, sessionId: null },
    { kind: 'session-saved', clientId: client.id, sessionId: log.session.id },
    { kind: 'session-saved', clientId: client.id, sessionId: log.session.id },
    { kind: 'session-corrected', clientId: client.id, sessionId: log.session.id },
  ])
  expect(entries[0]).toMatchObject({ at: '2026-03-20T15:00:00.000Z', zone: 'Europe/Oslo' })
})

test('a change and its entry are stored together or not at all', async () => {
  const vault = createTestVault()
  vault.db.exec(
    `CREATE TRIGGER full BEFORE INSERT ON audit_entries BEGIN SELECT raise(ABORT, 'no room'); END`,
  )
  const client = clientEntry()
  await expect(vault.api.clients.create(client)).rejects.toThrow()
  expect(vault.db.prepare('SELECT count(*) FROM clients').pluck().get()).toBe(0)

  vault.db.exec('DROP TRIGGER full')
  await vault.api.clients.create(client)
  await expect(vault.api.clients.create(clientEntry({ code: client.code }))).rejects.toMatchObject({
    code: 'code-taken',
  })
  expect(kindsOf(vault)).toEqual(['client-created'])
})

test('a risk answer is logged once, from the moment it is stored until it is closed', async () => {
  const vault = createTestVault()
  const { api } = vault
  const client = clientEntry()
  await api.clients.create(client)
  await api.clients.setForms({ id: client.id, instrumentIds: ['phq-9'] })
  const log = sessionLog(client.id)
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.handOver.begin({ sessionId: log.session.id })
  const answers = { 'phq-9': { 'phq9-9': { value: 1, missingReason: null } } }
  await api.handOver.saveAnswers({ answers, comment: '' })
  await api.handOver.finish({ stopped: true })
  await expect(api.handOver.return({ passphrase: 'not this one at all' })).rejects.toThrow()
  await api.handOver.return({ passphrase: rightPassphrase })
  const [risk] = (await api.risk.listOpen()).risks
  await api.risk.acknowledge({ id: risk!.id, note: 'read' })
  await api.risk.acknowledge({ id: risk!.id, note: 'read' })
  await api.risk.close({ id: risk!.id, note: 'talked' })
  expect(kindsOf(vault)).toEqual([
    'client-created',
    'client-changed',
    'session-saved',
    'hand-over-begun',
    'risk-endorsed',
    'client-answered',
    'hand-over-return-refused',
    'hand-over-returned',
    'risk-acknowledged',
    'risk-closed',
  ])
  const subjects = vault.db
    .prepare(`SELECT DISTINCT client_id, session_id FROM audit_entries WHERE kind LIKE 'risk-%'`)
    .all()
  expect(subjects).toEqual([{ client_id: client.id, session_id: log.session.id }])
})

test('one visit leaves one entry, and viewing never waits for the disk', async () => {
  const vault = createTestVault()
  const { api, clock, db } = vault
  const client = clientEntry()
  await api.clients.create(client)
  await api.clients.overview({ id: client.id })
  await api.clients.get({ id: client.id })
  await api.clients.overview({ id: client.id })
  expect(kindsOf(vault)).toEqual(['client-created'])
  clock.now = new Date(clock.now.getTime() + 20 * 60_000)
  await api.clients.overview({ id: client.id })
  vault.auditLog.flush()
  expect(kindsOf(vault)).toEqual(['client-created', 'client-viewed', 'client-viewed'])
  expect(db.prepare('SELECT sequence FROM vault_meta').pluck().get()).toBe(1)
})

test('a view is logged before a change that followed it', async () => {
  const vault = createTestVault()
  const client = clientEntry()
  await vault.api.clients.create(client)
  await vault.api.clients.overview({ id: client.id })
  await vault.api.sessions.save({ log: sessionLog(client.id), expectedRevision: 0 })
  expect(kindsOf(vault)).toEqual(['client-created', 'client-viewed', 'session-saved'])
})

test('a view is written within a second', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const vault = createTestVault()
    vault.auditLog.noteView({ kind: 'client-viewed', clientId: randomUUID() })
    expect(kindsOf(vault)).toEqual([])
    vi.advanceTimersByTime(writtenWithinMilliseconds)
    expect(kindsOf(vault)).toEqual(['client-viewed'])
  } finally {
    vi.useRealTimers()
  }
})

test('a disk that refuses an entry about a finished action stops nobody from working; the entry follows later', async () => {
  const vault = createTestVault()
  const { db } = vault
  const entries = createAuditRepository(db)
  let isFull = true
  const log = createAuditLog(
    { db, now: () => new Date('2026-03-20T15:00:00.000Z'), zone: () => 'UTC' },
    {
      ...entries,
      append: (rows) => {
        if (isFull) throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
        entries.append(rows)
      },
    },
  )
  log.note({ kind: 'unlocked' })
  expect(kindsOf(vault)).toEqual([])
  expect(() =>
    log.change(
      () => 1,
      () => [{ kind: 'rules-changed' }],
    ),
  ).toThrow(new AppError('disk-full'))
  isFull = false
  log.change(
    () => 1,
    () => [{ kind: 'rules-changed' }],
  )
  expect(kindsOf(vault)).toEqual(['unlocked', 'rules-changed'])
  await after(0)
})

test('the table accepts new entries only, whichever statement tries otherwise', () => {
  const vault = createTestVault()
  const { db } = vault
  vault.auditLog.note({ kind: 'unlocked' })
  vault.auditLog.note({ kind: 'locked' })
  expect(() => db.exec(`UPDATE audit_entries SET kind = 'unlocked'`)).toThrow('never changed')
  expect(() => db.exec('DELETE FROM audit_entries')).toThrow('never removed')
  const copy = (number: string, verb: string) =>
    db.exec(`${verb} INTO audit_entries SELECT ${number}, at, zone, kind, client_id, session_id, count, previous, hash, contact_id
      FROM audit_entries WHERE sequence = 1`)
  expect(() => copy('2', 'INSERT OR REPLACE')).toThrow('next number')
  expect(() => copy('7', 'INSERT')).toThrow('next number')
  expect(kindsOf(vault)).toEqual(['unlocked', 'locked'])
})

test('the log holds none of the words that were entered', async () => {
  const vault = createTestVault()
  const client = clientEntry({ code: 'Canary-code-41', notes: 'canary-notes', therapyType: 'canary-type' })
  await vault.api.clients.create(client)
  await vault.api.sessions.save({
    log: sessionLog(client.id, {
      session: { notes: 'canary-session' },
      events: [{ id: randomUUID(), kind: 'other', note: 'canary-event' }],
    }),
    expectedRevision: 0,
  })
  await vault.api.clients.overview({ id: client.id })
  vault.auditLog.flush()
  const columns = vault.db.pragma(`table_info(audit_entries)`) as { name: string }[]
  expect(columns.map(({ name }) => name)).toEqual([
    'sequence',
    'at',
    'zone',
    'kind',
    'client_id',
    'session_id',
    'count',
    'previous',
    'hash',
    'contact_id',
  ])
  expect(JSON.stringify(vault.db.prepare('SELECT * FROM audit_entries').all())).not.toMatch(/canary/i)
})

test('entries are found by area, client and local calendar day, page by page', async () => {
  const vault = createTestVault({ now: '2026-03-19T23:30:00.000Z', zone: 'Europe/Oslo' })
  const { api, clock } = vault
  const one = clientEntry()
  const other = clientEntry()
  // Half past midnight on the 20th in Oslo.
  await api.clients.create(one)
  clock.now = new Date('2026-03-21T12:00:00.000Z')
  await api.clients.create(other)
  await api.clients.overview({ id: one.id })
  const all = { area: null, clientId: null, from: null, to: null, before: null, most: 50 }
  const list = async (given: object) => {
    const { entries, hasMore } = await api.audit.list({ ...all, ...given })
    return { kinds: entries.map(({ kind, sequence }) => `${sequence} ${kind}`), hasMore }
  }
  expect(await list({})).toEqual({
    kinds: ['3 client-viewed', '2 client-created', '1 client-created'],
    hasMore: false,
  })
  expect(await list({ most: 2 })).toEqual({ kinds: ['3 client-viewed', '2 client-created'], hasMore: true })
  expect(await list({ before: 2 })).toEqual({ kinds: ['1 client-created'], hasMore: false })
  expect(await list({ from: '2026-03-20', to: '2026-03-20' })).toMatchObject({ kinds: ['1 client-created'] })
  expect(await list({ to: '2026-03-19' })).toMatchObject({ kinds: [] })
  expect(await list({ clientId: one.id })).toMatchObject({ kinds: ['3 client-viewed', '1 client-created'] })
  expect(await list({ clientId: one.id, area: 'views' })).toMatchObject({ kinds: ['3 client-viewed'] })
  expect(await list({ area: 'records' })).toMatchObject({ kinds: ['2 client-created', '1 client-created'] })
})
