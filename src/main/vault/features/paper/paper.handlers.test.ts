import { expect, test } from 'vitest'
import type { InputAt } from '#shared/contract/contract.ts'
import { answersOf, clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase, type TestVault } from '../../testing/test-vault.ts'

const allianceId = 'attune-alliance-client'
const rated = { goals: 7, tasks: 3, bond: 8, overall: 6 }
const alliance = (values: Record<string, number | null> = rated) => ({
  instrumentId: allianceId,
  instrumentVersion: 2,
  answers: answersOf(values),
})
const phq = (values: Record<string, number | null>) => ({
  instrumentId: 'phq-9',
  instrumentVersion: 2,
  answers: answersOf(values),
})

async function withSession(session: object = {}, responses: unknown[] = []) {
  const vault = createTestVault()
  const client = await vault.api.clients.create(clientEntry({ code: 'Fern' }))
  const log = sessionLog(client.id, { session, responses })
  await vault.api.sessions.save({ log, expectedRevision: 0 })
  const sessionId = log.session.id
  const enter = (given: Partial<InputAt<'paper.save'>> = {}) =>
    vault.api.paper.save({ sessionId, forms: [alliance()], comment: null, replaces: [], ...given })
  const stored = () => vault.api.sessions.get({ id: sessionId })
  return { ...vault, client, log, sessionId, enter, stored }
}

const logged = ({ db }: Pick<TestVault, 'db'>): unknown[] =>
  db.prepare(`SELECT kind FROM audit_entries WHERE kind NOT LIKE '%viewed' ORDER BY sequence`).pluck().all()

test('a sheet is kept as the client’s form of its session, with when it was entered', async () => {
  const vault = await withSession()
  vault.clock.now = new Date('2026-03-19T10:00:00.000Z')
  await vault.enter({ forms: [alliance({ goals: 7, bond: 8 })], comment: 'It helped.' })
  const { responses, revision } = await vault.stored()
  expect(responses).toMatchObject([
    {
      instrumentId: allianceId,
      instrumentVersion: 2,
      rater: 'client',
      occasion: 'after',
      comment: 'It helped.',
      recordedAt: '2026-03-19T10:00:00.000Z',
      fromPaperAt: '2026-03-19T10:00:00.000Z',
    },
  ])
  expect(responses[0]?.answers).toEqual(answersOf({ goals: 7, tasks: null, bond: 8, overall: null }))
  // Nothing was corrected.
  expect(revision).toBe(1)
  expect(await vault.api.sessions.versions({ id: vault.sessionId })).toEqual([])
  expect(logged(vault)).toEqual(['client-created', 'session-saved', 'paper-entered'])
})

test('scores of a sheet count like those of a hand-over', async () => {
  const onScreen = await withSession()
  await onScreen.api.clients.setForms({ id: onScreen.client.id, instrumentIds: [allianceId] })
  await onScreen.api.handOver.begin({ sessionId: onScreen.sessionId })
  await onScreen.api.handOver.saveAnswers({ answers: { [allianceId]: answersOf(rated) }, comment: '' })
  await onScreen.api.handOver.finish({ stopped: false })
  await onScreen.api.handOver.return({ passphrase: rightPassphrase })
  const onPaper = await withSession()
  await onPaper.enter()
  const scores = async ({ api, client }: typeof onPaper) => {
    const { series, sessions } = await api.clients.overview({ id: client.id })
    return JSON.stringify({ series, sessions }).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
  }
  expect(await scores(onPaper)).toBe(await scores(onScreen))
  expect(await scores(onPaper)).not.toBe(await scores(await withSession({ number: 1 })))
})

test('fault 294: a risk answer on paper opens what one at a hand-over opens, on Today and the client’s page', async () => {
  const vault = await withSession()
  await vault.enter({ forms: [phq({ 'phq9-9': 1 })] })
  const { risks } = await vault.api.risk.ofSession({ sessionId: vault.sessionId })
  expect(risks).toMatchObject([{ itemId: 'phq9-9', value: 1, acknowledged: null, closed: null }])
  expect((await vault.api.risk.listOpen()).risks).toHaveLength(1)
  expect((await vault.api.clients.overview({ id: vault.client.id })).risks).toHaveLength(1)
  expect(new Set(logged(vault).slice(-2))).toEqual(new Set(['paper-entered', 'risk-endorsed']))
  // A correction of the sheet takes back no risk that somebody has to look at.
  await vault.enter({ forms: [phq({ 'phq9-1': 1, 'phq9-9': 0 })], replaces: ['phq-9'] })
  expect((await vault.api.risk.listOpen()).risks).toHaveLength(1)
})

test('fault 295: the same sheet saved twice is kept once', async () => {
  const vault = await withSession()
  expect(await vault.enter({ comment: 'Yes.' })).toEqual({ isChanged: true })
  const once = await vault.stored()
  const entries = logged(vault)
  vault.clock.now = new Date('2026-03-20T16:00:00.000Z')
  expect(await vault.enter({ comment: 'Yes.' })).toEqual({ isChanged: false })
  expect(await vault.stored()).toEqual(once)
  expect(logged(vault)).toEqual(entries)
})

test('a form that is there already is replaced only by name, as a whole, and stays in an earlier version', async () => {
  const vault = await withSession()
  await vault.enter()
  const other = [alliance({ goals: 2 })]
  await expect(vault.enter({ forms: other })).rejects.toMatchObject({
    code: 'conflict',
    places: [`forms.${allianceId}`],
  })
  await vault.enter({ forms: other, replaces: [allianceId] })
  const { responses, revision } = await vault.stored()
  expect(responses).toHaveLength(1)
  expect(responses[0]?.answers).toEqual(answersOf({ goals: 2, tasks: null, bond: null, overall: null }))
  expect(revision).toBe(2)
  const [before] = await vault.api.sessions.versions({ id: vault.sessionId })
  expect(before?.responses[0]?.answers).toEqual(answersOf(rated))
})

test('a sheet beside another form leaves that form and the client’s comment as they are', async () => {
  const vault = await withSession()
  await vault.enter({ comment: 'First.' })
  await vault.enter({ forms: [phq({ 'phq9-1': 1 })] })
  const { responses, revision } = await vault.stored()
  expect(revision).toBe(1)
  expect(responses.map(({ instrumentId, comment }) => [instrumentId, comment])).toEqual([
    [allianceId, 'First.'],
    ['phq-9', ''],
  ])
  await vault.enter({ forms: [phq({ 'phq9-1': 1 })], comment: '' })
  const without = await vault.stored()
  expect(without.responses.every(({ comment }) => comment === '')).toBe(true)
  // The comment that was there stays in an earlier version.
  expect(without.revision).toBe(2)
})

test('fault 296: a form that came back without an answer is not kept, unless there is nothing but a comment', async () => {
  const vault = await withSession()
  await vault.enter({ forms: [alliance(), phq({})] })
  expect((await vault.stored()).responses.map(({ instrumentId }) => instrumentId)).toEqual([allianceId])
  const other = await withSession()
  await expect(other.enter({ forms: [alliance({})] })).rejects.toMatchObject({ code: 'invalid-input' })
  expect((await other.stored()).responses).toEqual([])
  await other.enter({ forms: [alliance({})], comment: 'I did not feel like rating.' })
  expect((await other.stored()).responses).toMatchObject([
    { comment: 'I did not feel like rating.', answers: { goals: { missingReason: 'skipped' } } },
  ])
})

test('an answer to a question that was not to be answered is not kept', async () => {
  const vault = await withSession()
  await vault.enter({ forms: [phq({ 'phq9-1': 0, 'phq9-difficulty': 2 })] })
  expect((await vault.stored()).responses[0]?.answers['phq9-difficulty']).toEqual({
    value: null,
    missingReason: 'not-asked',
  })
})

test.each([
  ['rated-in-future', { status: 'planned', date: '2026-04-20' }],
  ['status-not-possible', { status: 'no-show' }],
  ['status-not-possible', { status: 'late-cancel' }],
  ['status-not-possible', { status: 'cancelled-by-client' }],
])('%s: a sheet can’t belong to a session that was not attended, or is ahead', async (code, session) => {
  const vault = await withSession(session)
  await expect(vault.enter()).rejects.toMatchObject({ code })
  expect((await vault.stored()).responses).toEqual([])
  expect((await vault.api.paper.choice({ clientId: vault.client.id })).sessions).toEqual([])
})

test('a sheet begins a session that was planned, so that its ratings count', async () => {
  const vault = await withSession({ status: 'planned', date: '2026-03-20' })
  await vault.enter()
  expect((await vault.stored()).session.status).toBe('begun')
})

test('a final session keeps the version before a sheet was added', async () => {
  const vault = await withSession({ closedAt: '2026-03-16T18:00:00.000Z' })
  await vault.enter()
  expect((await vault.stored()).session.closedAt).not.toBeNull()
  expect(await vault.api.sessions.versions({ id: vault.sessionId })).toHaveLength(1)
})

test('a draft of the session goes on after a sheet was entered', async () => {
  const vault = await withSession()
  await vault.enter()
  await vault.api.drafts.save({
    sessionId: vault.sessionId,
    clientId: vault.client.id,
    baseRevision: 1,
    log: { ...vault.log, session: { ...vault.log.session, notes: 'half' } },
  })
  await vault.enter({ forms: [alliance({ goals: 1 })], replaces: [allianceId] })
  expect((await vault.api.drafts.get({ sessionId: vault.sessionId }))?.baseRevision).toBe(2)
})

test('emotions on a sheet were seen, so the guess is sealed, or skipped if there is none', async () => {
  const emotions = {
    instrumentId: 'attune-emotions-client',
    instrumentVersion: 2,
    answers: answersOf({ sadness: 4 }),
  }
  const guessed = await withSession({}, [
    therapistResponse('attune-emotions-guess', { sadness: 6 }, { instrumentVersion: 2 }),
  ])
  await guessed.enter({ forms: [emotions] })
  expect((await guessed.stored()).session.guess).toBe('sealed')
  const unguessed = await withSession()
  await unguessed.enter({ forms: [alliance()] })
  expect((await unguessed.stored()).session.guess).toBe('open')
  await unguessed.enter({ forms: [emotions] })
  expect(await unguessed.stored()).toMatchObject({ session: { guess: 'skipped' }, hasHiddenEmotions: false })
})

test('refuses a therapist’s form, an unknown version, an answer outside the scale, and a form twice', async () => {
  const { enter } = await withSession()
  const form = (instrumentId: string, instrumentVersion: number, values = {}) => ({
    forms: [{ instrumentId, instrumentVersion, answers: answersOf({ goals: 5, ...values }) }],
  })
  await expect(enter(form('attune-alliance-therapist', 2))).rejects.toMatchObject({
    code: 'form-not-offered',
  })
  await expect(enter(form(allianceId, 77))).rejects.toMatchObject({ code: 'form-not-offered' })
  await expect(enter(form(allianceId, 2, { goals: 11 }))).rejects.toMatchObject({
    code: 'rating-out-of-range',
  })
  await expect(enter({ forms: [alliance(), alliance()] })).rejects.toMatchObject({ code: 'invalid-input' })
})

test('offers the client’s own forms, and the versions of sheets that were printed before', async () => {
  const { api, client, sessionId, enter, stored } = await withSession()
  const choice = await api.paper.choice({ clientId: client.id })
  expect(choice.instrumentIds[0]).toBe(allianceId)
  expect(choice.offered.every(({ respondent }) => respondent !== 'therapist')).toBe(true)
  expect(choice.earlier.map(({ id, version }) => `${id}@${version}`)).toContain(`${allianceId}@1`)
  expect(choice.earlier.every(({ respondent }) => respondent !== 'therapist')).toBe(true)
  expect(choice.sessions).toEqual([
    { id: sessionId, number: 1, date: '2026-03-16', guess: 'open', isBegun: false },
  ])
  await enter({ forms: [{ ...alliance(), instrumentVersion: 1 }] })
  expect((await stored()).responses[0]?.instrumentVersion).toBe(1)
})

test('an entry that has begun shows with its session, goes with it, and is gone once the sheet is saved', async () => {
  const { api, client, sessionId, enter } = await withSession()
  const begin = () =>
    api.drafts.saveForm({ form: 'paper-entry', subject: sessionId, clientId: client.id, content: '{}' })
  const begun = async () =>
    (await api.paper.choice({ clientId: client.id })).sessions.map(({ isBegun }) => isBegun)
  await begin()
  expect(await begun()).toEqual([true])
  await enter()
  expect(await begun()).toEqual([false])
  await begin()
  await api.sessions.remove({ id: sessionId })
  expect(await api.drafts.getForm({ form: 'paper-entry', subject: sessionId })).toBeNull()
})

test('a hand-over after a sheet says that it was answered on the screen, once nothing of the sheet is left', async () => {
  const vault = await withSession()
  const { api, sessionId, stored } = vault
  await vault.enter()
  const handOver = async (values: Record<string, number>) => {
    await api.handOver.begin({ sessionId })
    await api.handOver.saveAnswers({ answers: { [allianceId]: answersOf(values) }, comment: '' })
    await api.handOver.finish({ stopped: false })
    await api.handOver.return({ passphrase: rightPassphrase })
    return (await stored()).responses.find(({ instrumentId }) => instrumentId === allianceId)?.fromPaperAt
  }
  expect(await handOver({ goals: 1 })).toBe('2026-03-20T15:00:00.000Z')
  expect(await handOver({ goals: 1, tasks: 1, bond: 1, overall: 1 })).toBeNull()
})

test('the therapist’s own form can’t be said to come from paper', async () => {
  const { api, log } = await withSession()
  const own = therapistResponse('attune-own-empathy', { 'own-empathy': 7 })
  const responses = [{ ...own, fromPaperAt: '2026-03-16T15:00:00.000Z' }]
  const corrected = sessionLog(log.session.clientId, { session: log.session, responses })
  await expect(api.sessions.save({ log: corrected, expectedRevision: 1 })).rejects.toMatchObject({
    code: 'invalid-input',
  })
})

test('a removal that is undone keeps that a form came from paper', async () => {
  const { api, sessionId, enter, stored } = await withSession()
  await enter()
  const before = await stored()
  await api.sessions.remove({ id: sessionId })
  await api.sessions.undoRemoval({ id: sessionId })
  expect((await stored()).responses).toEqual(before.responses)
})
