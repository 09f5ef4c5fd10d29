import { expect, test } from 'vitest'
import type { AttentionKind } from '#shared/attention/attention.ts'
import { unpackRows } from '#shared/attention/client-rows.ts'
import { answersOf, clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase, type TestVault } from '../../testing/test-vault.ts'

type Resolution = 'resolved' | 'partly' | 'unresolved' | null

const withdrawal = (resolution: Resolution) => ({
  seenBy: 'therapist',
  isWithdrawal: true,
  isConfrontation: false,
  intensity: 4,
  resolution,
  tried: [],
  note: 'Not for this screen.',
})

async function notedIn(notes: readonly (Resolution | 'nothing')[], entry: object = {}) {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry({ code: 'K-07', ...entry }))
  for (const [index, noted] of notes.entries()) {
    const log = sessionLog(client.id, {
      session: { number: index + 1 },
      ruptureNote: noted === 'nothing' ? null : withdrawal(noted),
    })
    await api.sessions.save({ log, expectedRevision: 0 })
  }
  const [found] = unpackRows(await api.attention.list())
  return (found?.reasons ?? []).filter(({ kind }) => kind === 'noted')
}

test('the newest noted rupture is a reason until somebody marks it as repaired', async () => {
  expect(await notedIn(['resolved', 'unresolved', 'nothing'])).toMatchObject([
    { number: 2, isWithdrawal: true, resolution: 'unresolved' },
  ])
  expect(await notedIn(['partly'])).toMatchObject([{ resolution: 'partly' }])
  expect(await notedIn([null])).toMatchObject([{ resolution: null }])
})

test('a repaired rupture is no reason, nor an older one, nor one of a paused client', async () => {
  expect(await notedIn(['resolved'])).toEqual([])
  expect(await notedIn(['unresolved', 'resolved'])).toEqual([])
  expect(await notedIn(['nothing'])).toEqual([])
  expect(await notedIn(['unresolved'], { status: 'paused' })).toEqual([])
})

/** Holds the next session of a client and hands over the PHQ-9, which the client answers with this sum. */
async function rate({ api }: TestVault, clientId: string, number: number, sum: number) {
  const log = sessionLog(clientId, { session: { number, date: `2026-03-${String(number + 9)}` } })
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.handOver.begin({ sessionId: log.session.id })
  const values: Record<string, number> = {}
  for (let item = 1; item <= 9; item += 1) values[`phq9-${String(item)}`] = 0
  for (let left = sum, item = 1; left > 0; item += 1) {
    values[`phq9-${String(item)}`] = Math.min(3, left)
    left -= 3
  }
  await api.handOver.saveAnswers({ answers: { 'phq-9': answersOf(values) }, comment: '' })
  await api.handOver.finish({ stopped: false })
  await api.handOver.return({ passphrase: rightPassphrase })
}

async function worseClient() {
  const vault = createTestVault()
  const { api } = vault
  const other = await api.clients.create(clientEntry({ code: 'A-01' }))
  const client = await api.clients.create(clientEntry({ code: 'K-07' }))
  await api.clients.setForms({ id: client.id, instrumentIds: ['phq-9'] })
  await rate(vault, client.id, 1, 9)
  await rate(vault, client.id, 2, 17)
  const reasons = async () => unpackRows(await api.attention.list())[0]?.reasons ?? []
  return { vault, api, client, other, reasons }
}

test('a client who is reliably worse comes before others, with the same numbers as on the client’s page', async () => {
  const { api, client, other } = await worseClient()
  const list = unpackRows(await api.attention.list())
  expect(list.map(({ clientId }) => clientId)).toEqual([client.id, other.id])
  expect(list[0]).toMatchObject({
    reasons: [{ kind: 'worse', before: 9, after: 17, threshold: 6, number: 2, on: '2026-03-11' }],
    outcome: { score: 17, standing: 'reliably-worse' },
    next: null,
  })
})

test('fault 148: a reason that was looked at returns on its day, and at once when something newer turns up', async () => {
  const { vault, api, client, reasons } = await worseClient()
  const [reason] = await reasons()
  const given = { clientId: client.id, reasons: [{ kind: 'worse' as const, evidence: reason!.evidence }] }
  await api.attention.lookAt({ ...given, until: '2026-03-27' })
  const [hidden] = unpackRows(await api.attention.list()).filter(({ clientId }) => clientId === client.id)
  expect(hidden).toMatchObject({ reasons: [], lookedAt: [{ kind: 'worse', until: '2026-03-27' }] })
  vault.clock.now = new Date('2026-03-27T10:00:00.000Z')
  expect(await reasons()).toMatchObject([{ kind: 'worse' }])
  await api.attention.lookAt({ ...given, until: '2026-04-27' })
  await rate(vault, client.id, 3, 18)
  expect(await reasons()).toMatchObject([{ kind: 'worse', after: 18 }])
  await expect(api.attention.lookAt({ ...given, until: '2026-04-27' })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('a reason that was looked at can be brought back before its day', async () => {
  const { api, client, reasons } = await worseClient()
  const [reason] = await reasons()
  const seen = [{ kind: 'worse' as const, evidence: reason!.evidence }]
  await api.attention.lookAt({ clientId: client.id, reasons: seen, until: '2026-03-27' })
  await api.attention.bringBack({ clientId: client.id })
  expect(await reasons()).toMatchObject([{ kind: 'worse' }])
})

test('fault 149: risk is not put off, and nothing is put off until today or for more than a year', async () => {
  const { api, client, reasons } = await worseClient()
  const [reason] = await reasons()
  const lookAt = (kind: AttentionKind, until: string) =>
    // The contract refuses risk; a caller without its types may still send it.
    api.attention.lookAt({
      clientId: client.id,
      reasons: [{ kind: kind as 'worse', evidence: reason!.evidence }],
      until,
    })
  await expect(lookAt('risk', '2026-03-27')).rejects.toMatchObject({ code: 'invalid-input' })
  for (const until of ['2026-03-20', '2026-03-01', '2027-04-01'])
    await expect(lookAt('worse', until)).rejects.toMatchObject({
      code: 'invalid-input',
      places: ['until'],
    })
})

test('a session that has begun today counts as the next one', async () => {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry())
  const { date } = await api.today.get()
  const log = sessionLog(client.id, { session: { status: 'begun', date } })
  await api.sessions.save({ log, expectedRevision: 0 })
  expect(unpackRows(await api.attention.list())).toMatchObject([{ next: { date } }])
})

test('a session that was begun on an earlier day and never finished is a draft', async () => {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry({ code: 'K-07' }))
  const statusOn = async (date: string) => {
    const log = sessionLog(client.id, { session: { number: Number(date.slice(-2)), status: 'begun', date } })
    await api.sessions.save({ log, expectedRevision: 0 })
    const [found] = unpackRows(await api.attention.list())
    return found?.reasons
  }
  expect(await statusOn('2026-03-20')).toEqual([])
  expect(await statusOn('2026-03-16')).toMatchObject([{ kind: 'draft', number: 16, isBegun: true }])
})
