import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AgendaItemId } from '#shared/supervision/agenda.ts'
import { answersOf, clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase, type TestVault } from '../../testing/test-vault.ts'

const newId = () => randomUUID() as string as AgendaItemId

async function clientWithRupture({ api }: TestVault, code: string, resolution: 'partly' | 'unresolved') {
  const client = await api.clients.create(clientEntry({ code }))
  const log = sessionLog(client.id, {
    ruptureNote: {
      seenBy: 'therapist',
      isWithdrawal: true,
      isConfrontation: false,
      intensity: 4,
      resolution,
      tried: [],
      note: '',
    },
  })
  await api.sessions.save({ log, expectedRevision: 0 })
  return { client, log }
}

test('a client, a session and a line of one’s own are on the agenda, oldest first, with what names them', async () => {
  const vault = createTestVault()
  const { api, clock } = vault
  const { client, log } = await clientWithRupture(vault, 'Fern', 'partly')
  const entries = [
    { id: newId(), kind: 'own', line: 'Am I tired of this work?' },
    { id: newId(), kind: 'client', clientId: client.id },
    { id: newId(), kind: 'session', sessionId: log.session.id },
  ] as const
  for (const [index, entry] of entries.entries()) {
    clock.now = new Date(`2026-03-20T15:0${String(index)}:00.000Z`)
    await api.supervision.add(entry)
  }
  expect((await api.supervision.agenda()).mine).toMatchObject([
    { kind: 'own', line: 'Am I tired of this work?', clientCode: null, question: '' },
    { kind: 'client', clientCode: 'Fern', sessionNumber: null },
    { kind: 'session', clientCode: 'Fern', clientId: client.id, sessionNumber: 1 },
  ])
})

test('picking the same client twice is one item, and brings back one that was put off', async () => {
  const vault = createTestVault()
  const { client } = await clientWithRupture(vault, 'Fern', 'partly')
  const first = await vault.api.supervision.add({ id: newId(), kind: 'client', clientId: client.id })
  await vault.api.supervision.move({ id: first.id, state: 'put-off' })
  const again = await vault.api.supervision.add({ id: newId(), kind: 'client', clientId: client.id })
  expect(again).toMatchObject({ id: first.id, state: 'open', putOffCount: 1 })
  expect((await vault.api.supervision.agenda()).mine).toHaveLength(1)
})

test('an item is prepared once it has a question', async () => {
  const { api } = createTestVault()
  const { id } = await api.supervision.add({ id: newId(), kind: 'own', line: 'Fees' })
  await api.supervision.add({ id: newId(), kind: 'own', line: 'Holidays' })
  expect(await api.supervision.waiting()).toEqual({ items: 2, prepared: 0 })
  await api.supervision.setQuestion({ id, question: '  ' })
  expect(await api.supervision.waiting()).toEqual({ items: 2, prepared: 0 })
  await api.supervision.setQuestion({ id, question: 'How do I raise them?' })
  expect(await api.supervision.waiting()).toEqual({ items: 2, prepared: 1 })
})

test('an item that is put off counts how often and since when, and asking twice counts once', async () => {
  const { api, clock } = createTestVault()
  const { id } = await api.supervision.add({ id: newId(), kind: 'own', line: 'Fees' })
  for (const day of ['2026-03-20', '2026-04-10']) {
    clock.now = new Date(`${day}T15:00:00.000Z`)
    await api.supervision.move({ id, state: 'put-off' })
    await api.supervision.move({ id, state: 'put-off' })
    await api.supervision.move({ id, state: day === '2026-03-20' ? 'open' : 'put-off' })
  }
  expect((await api.supervision.agenda()).putOff).toMatchObject([
    { putOffCount: 2, putOffSince: '2026-03-20' },
  ])
})

test('what the ratings would bring leaves their shelf once it is taken up or put off, and returns with something newer', async () => {
  const vault = createTestVault()
  const { api } = vault
  const { client } = await clientWithRupture(vault, 'Fern', 'unresolved')
  const [suggested] = (await api.supervision.agenda()).ratings
  expect(suggested).toMatchObject({ clientCode: 'Fern', reason: { kind: 'noted', number: 1 } })
  const taken = {
    id: newId(),
    clientId: client.id,
    kind: 'noted',
    evidence: suggested!.reason.evidence,
    state: 'put-off',
  } as const
  await api.supervision.takeUp(taken)
  expect(await api.supervision.agenda()).toMatchObject({
    ratings: [],
    putOff: [{ kind: 'ratings', clientCode: 'Fern', reason: { kind: 'noted' }, putOffCount: 1 }],
  })
  await api.supervision.move({ id: taken.id, state: 'removed' })
  expect((await api.supervision.agenda()).ratings).toEqual([])
  const { log } = await nextRupture(vault, client.id)
  expect((await api.supervision.agenda()).ratings).toMatchObject([{ reason: { number: log.session.number } }])
})

async function nextRupture({ api }: TestVault, clientId: string) {
  const log = sessionLog(clientId, {
    session: { number: 2, date: '2026-03-19' },
    ruptureNote: {
      seenBy: 'therapist',
      isWithdrawal: false,
      isConfrontation: true,
      intensity: 4,
      resolution: 'unresolved',
      tried: [],
      note: '',
    },
  })
  await api.sessions.save({ log, expectedRevision: 0 })
  return { log }
}

test('fault 186: taking up what the ratings no longer bring is refused, and the same request twice is one item', async () => {
  const vault = createTestVault()
  const { api } = vault
  const { client } = await clientWithRupture(vault, 'Fern', 'unresolved')
  const [suggested] = (await api.supervision.agenda()).ratings
  const request = {
    id: newId(),
    clientId: client.id,
    kind: 'noted',
    evidence: suggested!.reason.evidence,
    state: 'open',
  } as const
  await nextRupture(vault, client.id)
  await expect(api.supervision.takeUp(request)).rejects.toMatchObject({ code: 'conflict' })
  const [newer] = (await api.supervision.agenda()).ratings
  const right = { ...request, evidence: newer!.reason.evidence }
  await api.supervision.takeUp(right)
  await api.supervision.takeUp(right)
  expect((await api.supervision.agenda()).mine).toHaveLength(1)
  await expect(api.supervision.takeUp({ ...right, id: newId() })).rejects.toMatchObject({ code: 'conflict' })
})

test('an item about nobody that exists, or a line that is empty, is refused', async () => {
  const { api } = createTestVault()
  const missing = { id: newId(), kind: 'client', clientId: randomUUID() as string } as const
  await expect(api.supervision.add(missing)).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    api.supervision.add({ id: newId(), kind: 'session', sessionId: randomUUID() as string }),
  ).rejects.toMatchObject({ code: 'not-found' })
  await expect(api.supervision.add({ id: newId(), kind: 'own', line: ' ' })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await expect(api.supervision.setQuestion({ id: newId(), question: 'Why?' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a wide gap between the two views of the alliance is among what the ratings would bring', async () => {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry({ code: 'Fern' }))
  for (const number of [1, 2, 3]) {
    const ratings = (value: number) => ({ goals: value, tasks: value, bond: value, overall: value })
    const log = sessionLog(client.id, {
      session: { number },
      responses: [therapistResponse('attune-alliance-therapist', ratings(9))],
    })
    await api.sessions.save({ log, expectedRevision: 0 })
    expect((await api.supervision.agenda()).ratings).toEqual([])
    await api.handOver.begin({ sessionId: log.session.id })
    const answers = { 'attune-alliance-client': answersOf(ratings(6)) }
    await api.handOver.saveAnswers({ answers, comment: '' })
    await api.handOver.finish({ stopped: false })
    await api.handOver.return({ passphrase: rightPassphrase })
  }
  expect((await api.supervision.agenda()).ratings).toMatchObject([
    { clientCode: 'Fern', reason: { kind: 'gap', number: 3, difference: 3, sessions: 3 } },
  ])
})
