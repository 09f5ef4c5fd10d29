import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { unpackOverview } from '#shared/overview/packed-overview.ts'
import { fillClient } from '../rights/testing/fill-client.ts'
import { tablesBelow } from '../../database/tables-below.ts'
import { answersOf, clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase, testFeatures } from '../../testing/test-vault.ts'
import { vaultWithClient } from './testing/vault-with-client.ts'

const alliance = (goals: number) =>
  therapistResponse('attune-alliance-therapist', { goals, tasks: 7, bond: 8, overall: null })

/** Every row that belongs to a client, without what is counted or worked out again. */
function everyRow(db: Database.Database, clientId: string): Record<string, unknown[]> {
  const derived = new Set(['client_gists', 'note_entries', 'own_spreads'])
  const tables = tablesBelow(db, 'clients').filter(({ name }) => !derived.has(name))
  return Object.fromEntries(
    tables.map(({ name, condition }) => {
      const rows = db.prepare(`SELECT * FROM ${name} WHERE ${condition}`).all(clientId)
      return [name, rows.map((row) => JSON.stringify(row)).toSorted()]
    }),
  )
}

const kinds = (db: Database.Database): unknown[] =>
  db.prepare('SELECT kind FROM audit_entries ORDER BY sequence').pluck().all()

test('a removed session leaves nothing behind, and an Undo brings back every row of it', async () => {
  const vault = createTestVault()
  const { api, db } = vault
  const { clientId, sessionIds, texts } = await fillClient(vault)
  const [first = ''] = sessionIds
  await api.sessions.search({ query: 'notes', clientId, offset: 0 })
  const before = everyRow(db, clientId)
  const overview = unpackOverview(await api.clients.overview({ id: clientId }))
  const extent = await api.sessions.extent({ id: first })
  expect(extent).toMatchObject({
    earlierVersions: 1,
    riskAnswers: 1,
    unreadRisks: 0,
    prompts: 1,
    agendaItems: 1,
    baselines: 1,
    comments: 1,
    sharedWith: ['Ada'],
    hasDraft: false,
  })

  const removed = await api.sessions.remove({ id: first })
  expect(removed).toMatchObject({ id: first, clientId, clientCode: 'Fern', number: 1 })
  expect(await api.sessions.removed()).toEqual([removed])
  for (const text of texts.filter((each) =>
    /^(session|earlier) notes|^event|^rupture|^how it ended|^half of how|^said together|^prompt|^risk|^question/.test(
      each,
    ),
  ))
    expect(JSON.stringify(everyRow(db, clientId))).not.toContain(text)
  const left = unpackOverview(await api.clients.overview({ id: clientId }))
  expect(left.sessions.map(({ number }) => number)).toEqual([2])
  expect((await api.sessions.search({ query: 'notes', clientId, offset: 0 })).total).toBe(0)

  expect(await api.sessions.undoRemoval({ id: first })).toEqual(removed)
  expect(everyRow(db, clientId)).toEqual(before)
  expect(unpackOverview(await api.clients.overview({ id: clientId }))).toEqual(overview)
  expect((await api.sessions.search({ query: 'notes', clientId, offset: 0 })).total).toBe(1)
  expect(await api.sessions.removed()).toEqual([])
  expect(kinds(db).slice(-4)).toEqual(expect.arrayContaining(['session-removed', 'session-removal-undone']))
})

test('fault 257: a removal or an Undo that is asked for twice happens once', async () => {
  const { api, client, db } = await vaultWithClient()
  const log = sessionLog(client.id, { responses: [alliance(6)] })
  const { id } = log.session
  const saved = await api.sessions.save({ log, expectedRevision: 0 })
  expect(await api.sessions.remove({ id })).toEqual(await api.sessions.remove({ id }))
  expect(await api.sessions.undoRemoval({ id })).toEqual(await api.sessions.undoRemoval({ id }))
  expect(await api.sessions.get({ id })).toEqual(saved)
  expect(kinds(db).filter((kind) => String(kind).startsWith('session-remov'))).toEqual([
    'session-removed',
    'session-removal-undone',
  ])
  await expect(api.sessions.remove({ id: randomUUID() })).rejects.toMatchObject({ code: 'not-found' })
})

test('fault 258: an Undo after a lock says that it comes too late, and the id stays out of use', async () => {
  const { api, client, db, folder, clock } = await vaultWithClient()
  const log = sessionLog(client.id)
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.sessions.remove({ id: log.session.id })
  // The next unlock makes the features again, in a process that holds nothing of the removed session.
  const { handlers } = testFeatures({ db, folder, clock })
  expect(handlers.sessions.removed(undefined)).toEqual([])
  expect(() => handlers.sessions.undoRemoval({ id: log.session.id })).toThrow('removal-final')
  expect(() => handlers.sessions.save({ log, expectedRevision: 0, isOverOther: false })).toThrow('not-found')
})

test('fault 259: an Undo finds the number taken, and the session gets the next one with all that it had', async () => {
  const { api, client } = await vaultWithClient()
  const log = sessionLog(client.id, { responses: [alliance(6)], session: { notes: 'First of all.' } })
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.sessions.remove({ id: log.session.id })
  const other = sessionLog(client.id, { responses: [alliance(3)], session: { date: '2026-03-18' } })
  await api.sessions.save({ log: other, expectedRevision: 0 })
  expect(await api.sessions.undoRemoval({ id: log.session.id })).toMatchObject({ number: 2 })
  const found = await api.sessions.get({ id: log.session.id })
  expect(found.session).toEqual({ ...log.session, number: 2 })
  expect(found.responses).toEqual(log.responses)
  const { sessions } = unpackOverview(await api.clients.overview({ id: client.id }))
  expect(sessions.map(({ id, number }) => [id, number])).toEqual([
    [other.session.id, 1],
    [log.session.id, 2],
  ])
})

test('fault 260: a form that is still open at a removed session brings no half of it back', async () => {
  const { api, client, db } = await vaultWithClient()
  const log = sessionLog(client.id, { session: { notes: 'typed' } })
  await api.sessions.save({ log, expectedRevision: 0 })
  const draft = { sessionId: log.session.id, clientId: client.id, baseRevision: 1, log }
  await api.drafts.save(draft)
  await api.sessions.remove({ id: log.session.id })
  expect(db.prepare('SELECT count(*) FROM drafts').pluck().get()).toBe(0)
  await expect(api.drafts.save(draft)).rejects.toMatchObject({ code: 'not-found' })
  for (const expectedRevision of [0, 1])
    await expect(api.sessions.save({ log, expectedRevision })).rejects.toMatchObject({ code: 'not-found' })
  await api.sessions.undoRemoval({ id: log.session.id })
  expect(await api.drafts.get({ sessionId: log.session.id })).toMatchObject({ log })
  await api.drafts.save(draft)
})

test('fault 261: a session whose form is in the client’s hands can’t be removed, and neither can an answer that nobody has read', async () => {
  const { api, client } = await vaultWithClient()
  await api.clients.setForms({ id: client.id, instrumentIds: ['phq-9'] })
  const log = sessionLog(client.id)
  const { id } = log.session
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.handOver.begin({ sessionId: id })
  await expect(api.sessions.remove({ id })).rejects.toMatchObject({ code: 'not-available' })
  await api.handOver.saveAnswers({ answers: { 'phq-9': answersOf({ 'phq9-9': 2 }) }, comment: '' })
  await api.handOver.finish({ stopped: true })
  await api.handOver.return({ passphrase: rightPassphrase })
  await expect(api.sessions.remove({ id })).rejects.toMatchObject({ code: 'risk-not-acknowledged' })
  expect((await api.today.get()).risks).toHaveLength(1)
  const [risk] = (await api.today.get()).risks
  if (!risk) throw new Error('the answer is listed')
  await api.risk.acknowledge({ id: risk.id, note: '' })
  await api.sessions.remove({ id })
  expect((await api.today.get()).risks).toEqual([])
  await api.sessions.undoRemoval({ id })
  expect((await api.today.get()).risks).toMatchObject([{ id: risk.id, acknowledged: { note: '' } }])
})

test('a planned session is removed from Today, and comes back', async () => {
  const { api, client } = await vaultWithClient()
  const log = sessionLog(client.id, {
    session: { status: 'planned', date: '2026-03-27', timeOfDay: '09:30' },
  })
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.sessions.remove({ id: log.session.id })
  expect((await api.today.get()).upcoming).toEqual([])
  await api.sessions.undoRemoval({ id: log.session.id })
  expect((await api.today.get()).upcoming).toMatchObject([{ timeOfDay: '09:30', number: 1 }])
})

test('fault 262: an erased client’s removed sessions can’t come back', async () => {
  const { api, client } = await vaultWithClient()
  const log = sessionLog(client.id)
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.sessions.remove({ id: log.session.id })
  await api.rights.erase({ clientId: client.id, typedCode: client.code })
  expect(await api.sessions.removed()).toEqual([])
  await expect(api.sessions.undoRemoval({ id: log.session.id })).rejects.toMatchObject({
    code: 'removal-final',
  })
})

test('a session comes back after its therapy was marked as ended', async () => {
  const { api, client } = await vaultWithClient()
  const log = sessionLog(client.id)
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.sessions.remove({ id: log.session.id })
  const entry = clientEntry({ id: client.id, code: client.code, status: 'ended' })
  await api.clients.update({ entry, expectedRevision: 1 })
  expect(await api.sessions.undoRemoval({ id: log.session.id })).toMatchObject({ number: 1 })
})
