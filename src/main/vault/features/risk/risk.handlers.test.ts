import { expect, test } from 'vitest'
import { answersOf, clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase, type TestVault, testFeatures } from '../../testing/test-vault.ts'

const phq9 = (last: number | null) =>
  Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`phq9-${index + 1}`, index === 8 ? last : 1]))

async function clientWithPhq9() {
  const vault = createTestVault()
  const client = await vault.api.clients.create(clientEntry({ code: 'Fern' }))
  await vault.api.clients.setForms({ id: client.id, instrumentIds: ['attune-alliance-client', 'phq-9'] })
  const log = sessionLog(client.id, { session: { number: 4 } })
  await vault.api.sessions.save({ log, expectedRevision: 0 })
  return { ...vault, client, log }
}

/** The client answers item 9 of PHQ-9 and gives the computer back. */
async function handOver({ api }: TestVault, sessionId: string, last: number | null) {
  await api.handOver.begin({ sessionId: sessionId as never })
  await api.handOver.saveAnswers({ answers: { 'phq-9': answersOf(phq9(last)) }, comment: '' })
  await api.handOver.finish({ stopped: false })
  return api.handOver.return({ passphrase: rightPassphrase })
}

async function endorsed() {
  const vault = await clientWithPhq9()
  await handOver(vault, vault.log.session.id, 1)
  const [risk] = (await vault.api.risk.listOpen()).risks
  return { ...vault, risk: risk! }
}

test('an endorsed risk item appears immediately: on return, on Today and on the client’s page', async () => {
  const vault = await clientWithPhq9()
  const { api, client, log } = vault
  expect(await handOver(vault, log.session.id, 1)).toEqual({
    sessionId: log.session.id,
    hasRisk: true,
    wasSeenTogether: false,
  })
  const { risks } = await api.risk.listOpen()
  expect(risks).toEqual([
    {
      id: expect.any(String),
      clientId: client.id,
      clientCode: 'Fern',
      isFictional: false,
      sessionId: log.session.id,
      sessionNumber: 4,
      sessionDate: '2026-03-16',
      instrumentId: 'phq-9',
      instrumentVersion: 2,
      instrumentTitle: 'PHQ-9',
      itemId: 'phq9-9',
      itemText: 'Thoughts that you would be better off dead or of hurting yourself in some way',
      value: 1,
      maximum: 3,
      answerLabel: 'Several days',
      answeredAt: '2026-03-20T15:00:00.000Z',
      acknowledged: null,
      closed: null,
    },
  ])
  expect((await api.today.get()).risks).toEqual(risks)
  const overview = await api.clients.overview({ id: client.id })
  expect(overview.risks).toEqual(risks)
  expect((await api.risk.ofSession({ sessionId: log.session.id })).risks).toEqual(risks)
})

test('a risk answer is never one of the prompts', async () => {
  const { api, client } = await endorsed()
  const { prompts } = await api.clients.overview({ id: client.id })
  expect(JSON.stringify(prompts)).not.toMatch(/phq|risk|dead/i)
})

test('“Not at all” and a skipped item open nothing', async () => {
  for (const last of [0, null]) {
    const vault = await clientWithPhq9()
    expect(await handOver(vault, vault.log.session.id, last)).toMatchObject({ hasRisk: false })
    expect((await vault.api.risk.listOpen()).risks).toEqual([])
  }
})

test('an answer interrupted by a lock or a crash is open at the next start', async () => {
  const { api, db, log, clock, folder } = await clientWithPhq9()
  await api.handOver.begin({ sessionId: log.session.id })
  await api.handOver.saveAnswers({ answers: { 'phq-9': answersOf({ 'phq9-9': 3 }) }, comment: '' })
  const { handlers } = testFeatures({ db, folder, clock })
  expect(await handlers.today.get(undefined)).toMatchObject({ risks: [{ answerLabel: 'Nearly every day' }] })
})

test('an answer entered by the therapist is open too, and saving again opens no second one', async () => {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry())
  const log = sessionLog(client.id, { responses: [therapistResponse('phq-9', phq9(2))] })
  await api.sessions.save({ log, expectedRevision: 0 })
  const corrected = { ...log, session: { ...log.session, notes: 'more' } }
  await api.sessions.save({ log: corrected, expectedRevision: 1 })
  const { risks } = await api.risk.listOpen()
  expect(risks.map(({ answerLabel }) => answerLabel)).toEqual(['More than half the days'])
})

test('a failed save opens nothing', async () => {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry())
  const responses = [therapistResponse('phq-9', phq9(2)), therapistResponse('gad-7', { 'gad7-1': 9 })]
  await expect(
    api.sessions.save({ log: sessionLog(client.id, { responses }), expectedRevision: 0 }),
  ).rejects.toMatchObject({ code: 'rating-out-of-range' })
  expect((await api.risk.listOpen()).risks).toEqual([])
})

test('a risk is acknowledged, then closed, each with time and note, and then leaves the lists but stays stored', async () => {
  const { api, risk, log, client, clock } = await endorsed()
  await expect(api.risk.close({ id: risk.id, note: 'Talked.' })).rejects.toMatchObject({
    code: 'risk-not-acknowledged',
  })
  clock.now = new Date('2026-03-20T15:05:00.000Z')
  const acknowledged = { at: '2026-03-20T15:05:00.000Z', note: '' }
  expect(await api.risk.acknowledge({ id: risk.id, note: '' })).toEqual({ ...risk, acknowledged })
  expect((await api.risk.listOpen()).risks).toHaveLength(1)
  clock.now = new Date('2026-03-20T15:30:00.000Z')
  const closed = { at: '2026-03-20T15:30:00.000Z', note: 'Safety plan made together.' }
  expect(await api.risk.close({ id: risk.id, note: closed.note })).toEqual({ ...risk, acknowledged, closed })
  expect((await api.risk.listOpen()).risks).toEqual([])
  expect((await api.today.get()).risks).toEqual([])
  expect((await api.clients.overview({ id: client.id })).risks).toEqual([])
  expect((await api.risk.ofSession({ sessionId: log.session.id })).risks).toEqual([
    { ...risk, acknowledged, closed },
  ])
})

test('a note can’t be rewritten, and repeating it counts as a retry', async () => {
  const { api, risk, clock } = await endorsed()
  const first = await api.risk.acknowledge({ id: risk.id, note: 'Seen.' })
  clock.now = new Date('2026-03-21T09:00:00.000Z')
  expect(await api.risk.acknowledge({ id: risk.id, note: 'Seen.' })).toEqual(first)
  await expect(api.risk.acknowledge({ id: risk.id, note: 'Other' })).rejects.toMatchObject({
    code: 'conflict',
  })
  const closed = await api.risk.close({ id: risk.id, note: 'Talked.' })
  expect(await api.risk.close({ id: risk.id, note: 'Talked.' })).toEqual(closed)
  await expect(api.risk.close({ id: risk.id, note: 'Other' })).rejects.toMatchObject({ code: 'conflict' })
})

test('closing needs a note about what was done', async () => {
  const { api, risk } = await endorsed()
  await api.risk.acknowledge({ id: risk.id, note: '' })
  await expect(api.risk.close({ id: risk.id, note: ' \n' })).rejects.toMatchObject({
    code: 'invalid-input',
    places: ['note'],
  })
})

test('in a second hand-over the same answer stays closed, and a worse one opens again', async () => {
  const vault = await endorsed()
  const { api, risk, log } = vault
  await api.risk.acknowledge({ id: risk.id, note: '' })
  await api.risk.close({ id: risk.id, note: 'Talked.' })
  expect(await handOver(vault, log.session.id, 1)).toMatchObject({ hasRisk: false })
  expect(await handOver(vault, log.session.id, 3)).toMatchObject({ hasRisk: true })
  expect((await api.risk.listOpen()).risks.map(({ value }) => value)).toEqual([3])
})

test('a later “Not at all” does not undo an earlier answer', async () => {
  const vault = await endorsed()
  await handOver(vault, vault.log.session.id, 0)
  expect((await vault.api.risk.listOpen()).risks.map(({ id }) => id)).toEqual([vault.risk.id])
})

test('a risk answer shows the therapist’s own crisis text, or that there is none yet', async () => {
  const { api } = createTestVault()
  const unset = await api.risk.listOpen()
  expect(unset).toMatchObject({ risks: [], isCrisisTextWritten: false })
  expect(unset.crisisText).toMatch(/settings/)
  const { parameters } = await api.ruleSettings.get()
  await api.ruleSettings.update({ parameters, crisisText: 'Call the ward.' })
  expect(await api.risk.listOpen()).toEqual({
    risks: [],
    crisisText: 'Call the ward.',
    isCrisisTextWritten: true,
  })
})

test('an unknown answer can’t be acknowledged', async () => {
  const { api } = createTestVault()
  await expect(api.risk.acknowledge({ id: crypto.randomUUID() as never, note: '' })).rejects.toMatchObject({
    code: 'not-found',
  })
})
