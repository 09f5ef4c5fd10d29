import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { writeArchive } from '../../archive/write-archive.ts'
import { answersOf, clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase, type TestVault } from '../../testing/test-vault.ts'
import { writeClientExport } from '../rights/client-export.ts'

const moment = { now: new Date('2026-03-20T15:00:00.000Z'), zone: 'Europe/Oslo' }

/** A vault with a client on the agenda and a line of one's own, and the minute about the client. */
async function beforeMeeting() {
  const vault = createTestVault()
  const { api } = vault
  const client = await api.clients.create(clientEntry({ code: 'Fern' }))
  const { id: itemId } = await api.supervision.add({
    id: randomUUID(),
    kind: 'client',
    clientId: client.id,
  })
  const { id: ownId } = await api.supervision.add({ id: randomUUID(), kind: 'own', line: 'Fees' })
  const agreement = { id: randomUUID(), text: 'Name the silence' }
  const minute = {
    id: randomUUID(),
    heldOn: '2026-03-12',
    takenAlong: 'More patience',
    leftUnsaid: true,
    answers: answersOf({ 'supervisory-relationship': 7 }),
    discussed: [{ itemId, agreement }],
  }
  return { vault, api, client, itemId, ownId, agreement, minute }
}

test('after a meeting what was discussed leaves the agenda, and what was not is put off', async () => {
  const { api, minute, ownId } = await beforeMeeting()
  await api.supervision.saveMeeting(minute)
  expect(await api.supervision.agenda()).toMatchObject({
    mine: [],
    putOff: [{ id: ownId, putOffCount: 1, putOffSince: '2026-03-12' }],
  })
  expect(await api.supervision.meetings()).toMatchObject([
    { heldOn: '2026-03-12', takenAlong: 'More patience', leftUnsaid: true, checkId: minute.id },
  ])
  expect(await api.wellbeing.list()).toMatchObject([
    { instrumentId: 'attune-supervision', takenOn: '2026-03-12', answers: minute.answers },
  ])
})

test('a meeting without ratings and without an answer about the unsaid keeps neither', async () => {
  const { api, minute } = await beforeMeeting()
  await api.supervision.saveMeeting({ ...minute, answers: null, leftUnsaid: null })
  expect(await api.supervision.meetings()).toMatchObject([{ leftUnsaid: null, checkId: null }])
  expect(await api.wellbeing.list()).toEqual([])
})

test('a prompt that was discussed at a meeting is marked as discussed in its history', async () => {
  const { vault, api, minute } = await beforeMeeting()
  const id = randomUUID()
  vault.db
    .prepare(
      `INSERT INTO prompt_answers VALUES (?, NULL, 'own-disengagement', 1, 1, 'supervision', NULL, '', ?, '2026-03-10T15:00:00.000Z', NULL)`,
    )
    .run(
      id,
      JSON.stringify({
        title: 'Tired',
        because: 'Because.',
        numbers: [],
        suggestion: 'Rest.',
        source: {
          articleId: 'abargil-2025',
          findingId: 'f',
          citation: 'Abargil 2025',
          statement: 'A finding.',
          strength: 'One study',
          directness: 'direct',
        },
        sessionNumber: 1,
      }),
    )
  vault.db
    .prepare(
      `INSERT INTO agenda_items VALUES (?, NULL, NULL, ?, NULL, 'prompt', '', NULL, '', 'open', 0, NULL, '2026-03-10T15:00:00.000Z')`,
    )
    .run(id, id)
  await api.supervision.saveMeeting({ ...minute, discussed: [{ itemId: id, agreement: null }] })
  const discussed = vault.db.prepare('SELECT discussed_at FROM prompt_answers WHERE id = ?').pluck().get(id)
  expect(discussed).toBe('2026-03-20T15:00:00.000Z')
})

test('fault 190: a minute is saved whole or not at all, and once however often it is sent', async () => {
  const { api, minute, ownId, agreement } = await beforeMeeting()
  const refused = [
    {
      ...minute,
      discussed: [...minute.discussed, { itemId: ownId, agreement: { ...agreement, id: randomUUID() } }],
    },
    { ...minute, discussed: [...minute.discussed, { itemId: randomUUID(), agreement: null }] },
    { ...minute, answers: answersOf({ 'supervisory-relationship': 11 }) },
    { ...minute, heldOn: '2026-03-21' },
  ]
  for (const one of refused) await expect(api.supervision.saveMeeting(one)).rejects.toThrow()
  expect(await api.supervision.meetings()).toEqual([])
  expect((await api.supervision.agenda()).mine).toHaveLength(2)
  expect(await api.wellbeing.list()).toEqual([])
  await api.supervision.saveMeeting(minute)
  await api.supervision.saveMeeting(minute)
  expect(await api.supervision.meetings()).toHaveLength(1)
  await expect(api.supervision.saveMeeting({ ...minute, takenAlong: 'Less' })).rejects.toMatchObject({
    code: 'conflict',
  })
})

async function hold({ api }: TestVault, clientId: string, number: number, date: string) {
  await api.sessions.save({ log: sessionLog(clientId, { session: { number, date } }), expectedRevision: 0 })
}

test('what was agreed is asked about after the next session, and after “not yet” once more', async () => {
  const { vault, api, client, minute, agreement } = await beforeMeeting()
  await hold(vault, client.id, 1, '2026-03-12')
  await api.supervision.saveMeeting(minute)
  const isDue = async () => (await api.supervision.agreements({ clientId: client.id }))[0]?.isDue
  expect(await api.supervision.agreements({ clientId: client.id })).toMatchObject([
    { text: 'Name the silence', agreedOn: '2026-03-12', state: 'open', isDue: false },
  ])
  await hold(vault, client.id, 2, '2026-03-19')
  expect(await isDue()).toBe(true)
  await api.supervision.answerAgreement({ id: agreement.id, state: 'not-yet' })
  expect(await isDue()).toBe(false)
  vault.clock.now = new Date('2026-03-27T15:00:00.000Z')
  await hold(vault, client.id, 3, '2026-03-26')
  expect(await isDue()).toBe(true)
  for (const state of ['tried', 'dropped'] as const) {
    await api.supervision.answerAgreement({ id: agreement.id, state })
    expect(await isDue()).toBe(false)
  }
  await api.supervision.answerAgreement({ id: agreement.id, state: 'open' })
  expect(await isDue()).toBe(true)
})

test('fault 380: a session later on the day of an agreement, or of “not yet”, is the next session', async () => {
  const { vault, api, client, minute, agreement } = await beforeMeeting()
  const listed = async () => (await api.supervision.agreements({ clientId: client.id }))[0]
  await hold(vault, client.id, 1, '2026-03-20')
  await api.supervision.saveMeeting({ ...minute, heldOn: '2026-03-20' })
  expect(await listed()).toMatchObject({ isDue: false, since: { sessions: 0 } })
  await hold(vault, client.id, 2, '2026-03-20')
  expect(await listed()).toMatchObject({ isDue: true, since: { sessions: 1 } })
  vault.clock.now = new Date('2026-03-27T09:00:00.000Z')
  const notYet = { id: agreement.id, state: 'not-yet' } as const
  await api.supervision.answerAgreement(notYet)
  expect(await listed()).toMatchObject({ isDue: false })
  await hold(vault, client.id, 3, '2026-03-27')
  expect(await listed()).toMatchObject({ isDue: true, since: { sessions: 2 } })
  await api.supervision.answerAgreement(notYet)
  expect(await listed()).toMatchObject({ isDue: false })
  // Taken back, it is asked again as before the answer.
  await api.supervision.answerAgreement({ id: agreement.id, state: 'open' })
  expect(await listed()).toMatchObject({ isDue: true })
})

test('an agreement shows each person’s rating of the alliance until then and since', async () => {
  const { api, client, minute } = await beforeMeeting()
  const rated = (value: number) => ({ goals: value, tasks: value, bond: value, overall: value })
  for (const [number, date, own, theirs] of [
    [1, '2026-03-11', 8, 5],
    [2, '2026-03-19', 8, 7],
  ] as const) {
    const responses = [therapistResponse('attune-alliance-therapist', rated(own))]
    const log = sessionLog(client.id, { session: { number, date }, responses })
    await api.sessions.save({ log, expectedRevision: 0 })
    await api.handOver.begin({ sessionId: log.session.id })
    const answers = { 'attune-alliance-client': answersOf(rated(theirs)) }
    await api.handOver.saveAnswers({ answers, comment: '' })
    await api.handOver.finish({ stopped: false })
    await api.handOver.return({ passphrase: rightPassphrase })
  }
  await api.supervision.saveMeeting(minute)
  expect(await api.supervision.agreements({ clientId: client.id })).toMatchObject([
    { since: { sessions: 1, client: { before: 5, now: 7 }, therapist: { before: 8, now: 8 } } },
  ])
})

test('fault 188: whether something stayed unsaid is in no archive, client export or report, and not in the audit log', async () => {
  const { vault, api, client, minute } = await beforeMeeting()
  await api.supervision.saveMeeting(minute)
  const archive = writeArchive(vault.db, moment)
  const leaving = [
    archive,
    writeClientExport(vault.db, client.id, moment),
    JSON.stringify(await api.reports.read({ clientId: client.id })),
    JSON.stringify(vault.db.prepare('SELECT * FROM audit_entries').all()),
  ]
  expect(archive).toContain('More patience')
  for (const text of leaving) expect(text).not.toMatch(/unsaid/i)
})

test('fault 187: an erased client’s items and agreements go with the client, and the others stay', async () => {
  const { vault, api, client, minute, ownId } = await beforeMeeting()
  await api.supervision.saveMeeting(minute)
  vault.db.prepare('DELETE FROM clients WHERE id = ?').run(client.id)
  const left = (table: string) => vault.db.prepare(`SELECT id FROM ${table}`).pluck().all()
  expect(left('agenda_items')).toEqual([ownId])
  expect(left('supervision_agreements')).toEqual([])
  expect(left('supervision_meetings')).toEqual([minute.id])
})

test('during a hand-over nothing of supervision can be reached', async () => {
  const { vault, api, client } = await beforeMeeting()
  const log = sessionLog(client.id)
  await api.sessions.save({ log, expectedRevision: 0 })
  await api.handOver.begin({ sessionId: log.session.id })
  expect(vault.state()).toBe('handOver')
  for (const ask of [() => api.supervision.agenda(), () => api.supervision.meetings()])
    await expect(ask()).rejects.toThrow()
})

test('the record of a client has their questions and agreements, and nothing of what stayed unsaid', async () => {
  const { api, client, itemId, minute } = await beforeMeeting()
  await api.supervision.setQuestion({ id: itemId, question: 'What keeps us apart?' })
  await api.supervision.saveMeeting(minute)
  const read = await api.reports.read({ clientId: client.id })
  expect(read.agenda).toMatchObject([{ id: itemId, question: 'What keeps us apart?', state: 'discussed' }])
  expect(read.agreements).toMatchObject([{ agreedOn: '2026-03-12', text: 'Name the silence' }])
  expect(JSON.stringify(read)).not.toMatch(/unsaid|Fees|More patience/i)
})
