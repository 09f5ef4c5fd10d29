import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { unpackOverview } from '#shared/overview/packed-overview.ts'
import { sessionLogSchema } from '#shared/records/session-log.ts'
import { fillClient } from '../rights/testing/fill-client.ts'
import { countClientRows } from '../rights/client-tables.ts'
import { clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'
import { vaultWithClient } from './testing/vault-with-client.ts'

const alliance = (goals: number) =>
  therapistResponse('attune-alliance-therapist', { goals, tasks: 7, bond: 8, overall: null })

async function withSessions(dates: readonly string[]) {
  const vault = await vaultWithClient()
  const other = await vault.api.clients.create(clientEntry({ code: 'Moss' }))
  const save = async (clientId: string, number: number, date: string) => {
    const log = sessionLog(clientId, { session: { number, date }, responses: [alliance(6)] })
    await vault.api.sessions.save({ log, expectedRevision: 0 })
    return log.session.id
  }
  for (const [index, date] of dates.entries()) await save(other.id, index + 1, date)
  return { ...vault, other, save }
}

test('a moved session takes its answers, versions and what asked for attention along, and leaves nothing of them behind', async () => {
  const vault = createTestVault()
  const { api, db } = vault
  const { clientId, sessionIds, texts } = await fillClient(vault)
  const to = await api.clients.create(clientEntry({ code: 'Moss' }))
  const [id = ''] = sessionIds
  const before = await api.sessions.get({ id })
  const versions = await api.sessions.versions({ id })
  const { revision } = before
  const moved = await api.sessions.move({ id, toClientId: to.id, expectedRevision: revision })
  expect(moved).toEqual({ id, clientId: to.id, clientCode: 'Moss', number: 1, isInOrder: true })

  const after = await api.sessions.get({ id })
  expect(after).toMatchObject({
    session: { ...before.session, clientId: to.id },
    responses: before.responses,
    events: before.events,
    ruptureNote: before.ruptureNote,
    revision: revision + 1,
  })
  expect(
    (await api.sessions.versions({ id })).map(({ session, ...version }) => ({
      ...version,
      session: session.notes,
    })),
  ).toEqual(versions.map(({ session, ...version }) => ({ ...version, session: session.notes })))
  expect(countClientRows(db, to.id)).toMatchObject({
    risk_answers: 1,
    agenda_items: 1,
    note_entries: 1,
    repair_closings: 1,
    said_together: 1,
    own_words: 1,
    own_wordings: 1,
    own_ratings: 1,
    session_scores: 1,
    prompt_answers: 0,
    outcome_baselines: 0,
  })
  expect(countClientRows(db, clientId)).toMatchObject({
    sessions: 1,
    risk_answers: 0,
    agenda_items: 0,
    prompt_answers: 0,
    outcome_baselines: 0,
    own_ratings: 0,
  })
  const exported = JSON.stringify(await api.clients.overview({ id: clientId }))
  const ofSession = texts.filter((each) => /^(session|earlier) notes|^event|^rupture/.test(each))
  expect(ofSession.length).toBeGreaterThan(3)
  for (const text of ofSession) expect(exported).not.toContain(text)
  expect((await api.sessions.search({ query: 'session notes', clientId, offset: 0 })).total).toBe(0)
  expect((await api.sessions.search({ query: 'session notes', clientId: to.id, offset: 0 })).total).toBe(1)
  const entries = db
    .prepare(`SELECT kind, client_id FROM audit_entries WHERE kind LIKE 'session-moved-%' ORDER BY sequence`)
    .raw()
    .all()
  expect(entries).toEqual([
    ['session-moved-away', clientId],
    ['session-moved-here', to.id],
  ])
  // Erasing the first client now erases nothing of the moved session.
  await api.rights.erase({ clientId, typedCode: 'Fern' })
  expect(await api.sessions.get({ id })).toEqual(after)
})

test('a moved session gets a number in the order of days, its own if it fits', async () => {
  const { api, client, other, save } = await withSessions(['2026-03-02', '2026-03-09'])
  const late = await save(client.id, 1, '2026-03-16')
  expect(await api.sessions.move({ id: late, toClientId: other.id, expectedRevision: 1 })).toMatchObject({
    number: 3,
    isInOrder: true,
  })
  const early = await save(client.id, 1, '2026-03-05')
  expect(await api.sessions.move({ id: early, toClientId: other.id, expectedRevision: 1 })).toMatchObject({
    number: 4,
    isInOrder: false,
  })
  const { sessions } = unpackOverview(await api.clients.overview({ id: other.id }))
  expect(sessions.map(({ number }) => number)).toEqual([1, 2, 3, 4])
})

test('fault 264: a move that is asked for twice, from an old revision or to nobody loses nothing', async () => {
  const { api, client, other, save, db } = await withSessions([])
  const id = await save(client.id, 1, '2026-03-16')
  const move = (toClientId: string, expectedRevision: number) =>
    api.sessions.move({ id, toClientId, expectedRevision })
  await expect(move(randomUUID(), 1)).rejects.toMatchObject({ code: 'not-found', places: ['toClientId'] })
  await expect(move(other.id, 7)).rejects.toMatchObject({ code: 'conflict' })
  const moved = await move(other.id, 1)
  expect(await move(other.id, 1)).toEqual(moved)
  expect((await api.sessions.get({ id })).revision).toBe(2)
  expect(await move(client.id, 2)).toMatchObject({ clientId: client.id, number: 1 })
  expect(
    db.prepare(`SELECT count(*) FROM audit_entries WHERE kind = 'session-moved-here'`).pluck().get(),
  ).toBe(2)
  await api.sessions.remove({ id })
  await expect(move(other.id, 3)).rejects.toMatchObject({ code: 'not-found', places: ['id'] })
})

test('fault 265: a form that was open at a moved session saves nothing at the other client', async () => {
  const { api, client, other, save } = await withSessions([])
  const id = await save(client.id, 1, '2026-03-16')
  const { session } = await api.sessions.get({ id })
  const log = sessionLogSchema.parse({ ...sessionLog(client.id), session: { ...session, notes: 'typed' } })
  await api.drafts.save({ sessionId: id, clientId: client.id, baseRevision: 1, log })
  await api.sessions.move({ id, toClientId: other.id, expectedRevision: 1 })
  const draft = await api.drafts.get({ sessionId: id })
  expect(draft).toMatchObject({ clientId: other.id, baseRevision: 2, log: { session: { notes: 'typed' } } })
  await expect(api.sessions.save({ log, expectedRevision: 1 })).rejects.toMatchObject({ code: 'conflict' })
  await expect(
    api.drafts.save({ sessionId: id, clientId: client.id, baseRevision: 1, log }),
  ).rejects.toMatchObject({ code: 'conflict' })
  expect(await api.drafts.get({ sessionId: id })).toEqual(draft)
})

test('fault 266: a session moves to a client whose therapy has ended, and not between a fictional client and a real one', async () => {
  const { api, client, save } = await withSessions([])
  const ended = await api.clients.create(clientEntry({ code: 'Ended', status: 'ended' }))
  const id = await save(client.id, 1, '2026-03-16')
  expect(await api.sessions.move({ id, toClientId: ended.id, expectedRevision: 1 })).toMatchObject({
    number: 1,
  })
  await api.sample.load()
  const fictional = (await api.clients.list()).find((each) => each.client.isFictional)?.client
  if (!fictional) throw new Error('the sample has clients')
  await expect(
    api.sessions.move({ id, toClientId: fictional.id, expectedRevision: 2 }),
  ).rejects.toMatchObject({ code: 'invalid-input', places: ['toClientId'] })
})
