import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { unpackRows } from '#shared/attention/client-rows.ts'
import { openMatters } from '#shared/overview/open-matters.ts'
import { unpackOverview } from '#shared/overview/packed-overview.ts'
import type { SessionId } from '#shared/records/ids.ts'
import { sessionIdSchema } from '#shared/records/ids.ts'
import type { RuptureNote } from '#shared/records/rupture-note.ts'
import { answersOf, clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase, type TestVault } from '../../testing/test-vault.ts'

const noted: RuptureNote = {
  seenBy: 'both',
  isWithdrawal: false,
  isConfrontation: true,
  intensity: 6,
  resolution: 'unresolved',
  tried: [],
  note: 'It was about the fee.',
}

const ofNote = { isOfFall: false, isOfNote: true } as const
const ofFall = { isOfFall: true, isOfNote: false } as const

/** A client whose rating of the alliance drops in the ninth session, in which a rupture is noted as well. */
async function vaultWithDrop() {
  const vault = createTestVault()
  const { api } = vault
  const client = await api.clients.create(clientEntry({ code: 'K-07' }))
  const ids: SessionId[] = []
  for (const [index, rating] of [8, 9, 8, 9, 8, 9, 8, 9, 2].entries()) {
    const log = sessionLog(client.id, {
      session: { number: index + 1, date: '2026-03-16' },
      ruptureNote: index === 8 ? noted : null,
    })
    await api.sessions.save({ log, expectedRevision: 0 })
    await api.handOver.begin({ sessionId: log.session.id })
    const answers = answersOf({ goals: rating, tasks: rating, bond: rating, overall: rating })
    await api.handOver.saveAnswers({ answers: { 'attune-alliance-client': answers }, comment: '' })
    await api.handOver.finish({ stopped: false })
    await api.handOver.return({ passphrase: rightPassphrase })
    ids.push(log.session.id)
  }
  const sessionId = sessionIdSchema.parse(ids.at(-1))
  return { vault, api, client, sessionId }
}

/** Where something is raised: the page, the prompts on it, Today and Clients, and the agenda of supervision. */
async function raised({ api }: TestVault, clientId: string) {
  const packed = await api.clients.overview({ id: clientId })
  const [found] = unpackRows(await api.attention.list())
  const { ratings } = await api.supervision.agenda()
  return {
    open: openMatters(unpackOverview(packed)).map(({ number, fall, note }) => [
      number,
      fall !== null,
      note !== null,
    ]),
    prompts: packed.prompts.map(({ ruleId }) => ruleId),
    reasons: found?.reasons.map(({ kind }) => kind),
    agenda: ratings.map(({ reason }) => reason.kind),
  }
}

const entries = ({ db }: TestVault): unknown[] =>
  db.prepare(`SELECT kind FROM audit_entries WHERE kind LIKE 'repair-%' ORDER BY sequence`).pluck().all()

test('fault 286: a drop and a note that are closed are raised nowhere, until they are opened again', async () => {
  const { vault, api, client, sessionId } = await vaultWithDrop()
  const before = await raised(vault, client.id)
  expect(before).toMatchObject({
    open: [[9, true, true]],
    reasons: expect.arrayContaining(['fall', 'noted']) as string[],
    agenda: expect.arrayContaining(['fall', 'noted']) as string[],
  })
  expect(before.prompts).toContain('rupture-seen-by-both')

  await api.repairs.close({ sessionId, ...ofNote, how: 'understood', words: 'It was the fee.' })
  const half = await raised(vault, client.id)
  expect(half).toMatchObject({ open: [[9, true, false]], reasons: ['fall'], agenda: ['fall'] })
  expect(half.prompts).not.toContain('rupture-seen-by-both')
  expect(half.prompts).toContain('rupture-episode-open')

  const closing = await api.repairs.close({ sessionId, ...ofFall, how: 'repaired', words: '' })
  // The newest ending stands for both.
  expect(closing).toMatchObject({ isOfFall: true, isOfNote: true, how: 'repaired', words: '' })
  expect(await api.repairs.ofSession({ sessionId })).toEqual(closing)
  const none = await raised(vault, client.id)
  expect(none).toMatchObject({ open: [], reasons: [], agenda: [] })
  expect(none.prompts.filter((rule) => rule.startsWith('rupture'))).toEqual([])

  await api.repairs.reopen({ sessionId })
  expect(await api.repairs.ofSession({ sessionId })).toBeNull()
  expect(await raised(vault, client.id)).toEqual(before)
})

test('the audit log has one entry for what happened, without words', async () => {
  const { vault, api, client, sessionId } = await vaultWithDrop()
  const ending = { sessionId, ...ofNote, how: 'let-go', words: 'a word on how' } as const
  await api.repairs.close(ending)
  expect(entries(vault)).toEqual(['repair-closed'])
  await api.repairs.close(ending)
  expect(entries(vault)).toEqual(['repair-closed'])
  await api.repairs.reopen({ sessionId })
  await api.repairs.reopen({ sessionId })
  expect(entries(vault)).toEqual(['repair-closed', 'repair-reopened'])
  const rows = vault.db.prepare(`SELECT * FROM audit_entries WHERE kind LIKE 'repair-%'`).all()
  expect(JSON.stringify(rows)).not.toContain('a word on how')
  expect(rows).toEqual([
    expect.objectContaining({ client_id: client.id, session_id: sessionId }),
    expect.objectContaining({ client_id: client.id, session_id: sessionId }),
  ])
})

test('nothing is closed of an unknown session, nor a note that is gone, nor nothing at all', async () => {
  const { api, client } = await vaultWithDrop()
  const log = sessionLog(client.id, { session: { number: 10 } })
  await api.sessions.save({ log, expectedRevision: 0 })
  const close = (sessionId: string, isOf: { isOfFall: boolean; isOfNote: boolean }) =>
    api.repairs.close({ sessionId: sessionIdSchema.parse(sessionId), ...isOf, how: 'repaired', words: '' })
  await expect(close(randomUUID(), ofFall)).rejects.toMatchObject({ code: 'not-found' })
  await expect(close(log.session.id, ofNote)).rejects.toMatchObject({ code: 'conflict' })
  await expect(close(log.session.id, { isOfFall: false, isOfNote: false })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await expect(api.repairs.reopen({ sessionId: sessionIdSchema.parse(randomUUID()) })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('fault 287: a session that moves takes along that its note is closed, and leaves that the drop is', async () => {
  const { vault, api, client, sessionId } = await vaultWithDrop()
  const to = await api.clients.create(clientEntry({ code: 'Moss' }))
  await api.repairs.close({
    sessionId,
    isOfFall: true,
    isOfNote: true,
    how: 'repaired',
    words: 'Both said it.',
  })
  const move = async (toClientId: string) => {
    const { revision } = await api.sessions.get({ id: sessionId })
    await api.sessions.move({ id: sessionId, toClientId, expectedRevision: revision })
  }
  await move(to.id)
  expect(await api.repairs.ofSession({ sessionId })).toMatchObject({ ...ofNote, words: 'Both said it.' })
  expect(unpackOverview(await api.clients.overview({ id: client.id })).closings).toEqual([])
  expect(unpackOverview(await api.clients.overview({ id: to.id })).closings).toHaveLength(1)

  await api.repairs.reopen({ sessionId })
  await api.repairs.close({ sessionId, ...ofFall, how: 'repaired', words: '' })
  await move(client.id)
  expect(vault.db.prepare('SELECT count(*) FROM repair_closings').pluck().get()).toBe(0)
})
