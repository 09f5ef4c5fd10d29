import { expect, test } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { answersOf, clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase, testFeatures } from '../../testing/test-vault.ts'

async function handedOver() {
  const vault = createTestVault()
  const client = await vault.api.clients.create(clientEntry())
  const log = sessionLog(client.id)
  await vault.api.sessions.save({ log, expectedRevision: 0 })
  await vault.api.handOver.begin({ sessionId: log.session.id })
  return { ...vault, client, log }
}

const entriesOf = (db: Awaited<ReturnType<typeof handedOver>>['db']): unknown[] =>
  db.prepare('SELECT kind FROM audit_entries ORDER BY sequence').pluck().all()

test('while the client has the form, only the form is served', async () => {
  const { route, state } = await handedOver()
  expect(state()).toBe('handOver')
  const served: string[] = []
  for (const [feature, operations] of Object.entries(contract))
    for (const [name, operation] of Object.entries(operations)) {
      if (operation.host !== 'vault') continue
      const outcome = await route({ path: `${feature}.${name}`, input: {} })
      const isRefused = !outcome.ok && outcome.code === 'not-available'
      if (!isRefused) served.push(`${feature}.${name}`)
    }
  expect(served).toEqual([
    'handOver.together',
    'handOver.agree',
    'handOver.form',
    'handOver.saveAnswers',
    'handOver.finish',
    'handOver.return',
  ])
})

test('fault 86: a file that is being read is given up before the client gets the form', async () => {
  const { api } = createTestVault()
  const client = await api.clients.create(clientEntry())
  const log = sessionLog(client.id)
  await api.sessions.save({ log, expectedRevision: 0 })
  const text = 'TY  - JOUR\nTI  - One\nER  - \n'
  const imported = api.evidence.import({ name: 'a.ris', text })
  const refused = expect(imported).rejects.toMatchObject({ code: 'reading-cancelled' })
  await api.handOver.begin({ sessionId: log.session.id })
  await refused
})

test('the form reveals neither who the client is nor any notes', async () => {
  const { api, client } = await handedOver()
  const form = JSON.stringify(await api.handOver.form())
  expect(form).not.toContain(client.id)
  expect(form).not.toContain(client.code)
})

test('answers are stored as the client’s, and skipped items are marked as skipped', async () => {
  const { api, log } = await handedOver()
  const answers = { 'attune-alliance-client': answersOf({ goals: 7, bond: 9 }) }
  await api.handOver.saveAnswers({ answers, comment: 'It helped.' })
  expect(await api.handOver.form()).toMatchObject({ answers, comment: 'It helped.', isFinished: false })
  await api.handOver.finish({ stopped: false })
  await api.handOver.return({ passphrase: rightPassphrase })
  const { responses } = await api.sessions.get({ id: log.session.id })
  const alliance = responses.find(({ instrumentId }) => instrumentId === 'attune-alliance-client')
  expect(alliance).toMatchObject({ rater: 'client', comment: 'It helped.' })
  expect(alliance?.answers).toMatchObject({
    goals: { value: 7, missingReason: null },
    tasks: { value: null, missingReason: 'skipped' },
  })
})

test('fault 106: a client’s comment may be longer than a note, and is stored and read whole', async () => {
  const { api, log } = await handedOver()
  const comment = 'a'.repeat(23_853)
  await api.handOver.saveAnswers({ answers: {}, comment })
  await api.handOver.finish({ stopped: true })
  await api.handOver.return({ passphrase: rightPassphrase })
  const { responses } = await api.sessions.get({ id: log.session.id })
  expect(responses[0]?.comment).toBe(comment)
})

test('stopping keeps the answers and records that the client stopped', async () => {
  const { api, log } = await handedOver()
  await api.handOver.saveAnswers({
    answers: { 'attune-alliance-client': answersOf({ goals: 2 }) },
    comment: '',
  })
  await api.handOver.finish({ stopped: true })
  await api.handOver.return({ passphrase: rightPassphrase })
  const { responses } = await api.sessions.get({ id: log.session.id })
  expect(responses[0]?.answers).toMatchObject({
    goals: { value: 2, missingReason: null },
    bond: { value: null, missingReason: 'stopped' },
  })
})

test('a form stopped before any emotion was rated hides nothing', async () => {
  const { api, log } = await handedOver()
  await api.handOver.saveAnswers({
    answers: { 'attune-alliance-client': answersOf({ goals: 2 }) },
    comment: '',
  })
  await api.handOver.finish({ stopped: true })
  await api.handOver.return({ passphrase: rightPassphrase })
  expect(await api.sessions.get({ id: log.session.id })).toMatchObject({ hasHiddenEmotions: false })
})

test('once finished, nobody at the computer can see or change the answers', async () => {
  const { api } = await handedOver()
  const given = { answers: { 'attune-alliance-client': answersOf({ goals: 2 }) }, comment: 'private' }
  await api.handOver.saveAnswers(given)
  await api.handOver.finish({ stopped: false })
  expect(await api.handOver.form()).toMatchObject({ answers: {}, comment: '', isFinished: true })
  await expect(api.handOver.saveAnswers(given)).rejects.toMatchObject({ code: 'not-available' })
})

test('returning asks for the passphrase', async () => {
  const { api, state, log } = await handedOver()
  await expect(api.handOver.return({ passphrase: 'not this one here' })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  })
  expect(state()).toBe('handOver')
  expect(await api.handOver.return({ passphrase: rightPassphrase })).toEqual({
    sessionId: log.session.id,
    hasRisk: false,
    wasSeenTogether: false,
  })
  expect(state()).toBe('open')
})

test('answers interrupted by a lock or a crash are stored as the client’s at the next start', async () => {
  const { api, db, log, clock, folder } = await handedOver()
  await api.handOver.saveAnswers({
    answers: { 'attune-alliance-client': answersOf({ goals: 4 }) },
    comment: '',
  })
  const { handlers } = testFeatures({ db, folder, clock })
  const { responses } = await handlers.sessions.get({ id: log.session.id })
  expect(responses[0]).toMatchObject({ rater: 'client' })
  expect(responses[0]?.answers['goals']).toEqual({ value: 4, missingReason: null })
})

test('an untouched form leaves nothing', async () => {
  const { api, db, log } = await handedOver()
  await api.handOver.return({ passphrase: rightPassphrase })
  expect((await api.sessions.get({ id: log.session.id })).responses).toEqual([])
  expect(entriesOf(db).slice(-2)).toEqual(['hand-over-begun', 'hand-over-returned'])
})

test.each(['return', 'unlock'] as const)(
  'fault 357: what the %s keeps of an unfinished form is in the audit log',
  async (way) => {
    const { api, db, client, log, clock, folder } = await handedOver()
    await api.handOver.return({ passphrase: rightPassphrase })
    await api.clients.setForms({ id: client.id, instrumentIds: ['phq-9', 'attune-alliance-client'] })
    await api.handOver.begin({ sessionId: log.session.id })
    const answers = { 'attune-alliance-client': answersOf({ goals: 4 }) }
    await api.handOver.saveAnswers({ answers, comment: '', declined: ['phq-9'] })
    if (way === 'return') await api.handOver.return({ passphrase: rightPassphrase })
    else testFeatures({ db, folder, clock })
    const begun = entriesOf(db).lastIndexOf('hand-over-begun')
    expect(entriesOf(db).slice(begun + 1)).toEqual([
      'client-answered',
      'form-declined',
      ...(way === 'return' ? ['hand-over-returned'] : []),
    ])
    const subjects = db
      .prepare(
        `SELECT client_id, session_id FROM audit_entries WHERE kind IN ('client-answered', 'form-declined')`,
      )
      .raw()
      .all()
    expect(subjects).toEqual([
      [client.id, log.session.id],
      [client.id, log.session.id],
    ])
  },
)

test('a second hand-over starts with an empty form and keeps earlier answers that are not given again', async () => {
  const { api, log } = await handedOver()
  await api.handOver.saveAnswers({
    answers: { 'attune-alliance-client': answersOf({ goals: 4, bond: 5 }) },
    comment: '',
  })
  await api.handOver.finish({ stopped: false })
  await api.handOver.return({ passphrase: rightPassphrase })
  await api.handOver.begin({ sessionId: log.session.id })
  expect(await api.handOver.form()).toMatchObject({ answers: {}, comment: '' })
  await api.handOver.saveAnswers({
    answers: { 'attune-alliance-client': answersOf({ goals: 9 }) },
    comment: '',
  })
  await api.handOver.finish({ stopped: false })
  await api.handOver.return({ passphrase: rightPassphrase })
  const { responses } = await api.sessions.get({ id: log.session.id })
  expect(responses[0]?.answers).toMatchObject({ goals: { value: 9 }, bond: { value: 5 } })
})

test('a rating out of range is refused in the client’s form too', async () => {
  const { api } = await handedOver()
  await expect(
    api.handOver.saveAnswers({
      answers: { 'attune-alliance-client': answersOf({ goals: 11 }) },
      comment: '',
    }),
  ).rejects.toMatchObject({ code: 'rating-out-of-range' })
  await expect(
    api.handOver.saveAnswers({ answers: { 'attune-wellbeing': answersOf({ exhaustion: 1 }) }, comment: '' }),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('new answers keep the earlier ones as a version, and a draft continues from the new version', async () => {
  const { api, log, client } = await handedOver()
  const once = async (goals: number) => {
    await api.handOver.saveAnswers({
      answers: { 'attune-alliance-client': answersOf({ goals }) },
      comment: '',
    })
    await api.handOver.finish({ stopped: false })
    await api.handOver.return({ passphrase: rightPassphrase })
  }
  await once(4)
  const first = await api.sessions.get({ id: log.session.id })
  await api.drafts.save({
    sessionId: log.session.id,
    clientId: client.id,
    baseRevision: first.revision,
    log: sessionLog(client.id, { session: { ...first.session, notes: 'half' } }),
  })
  await api.handOver.begin({ sessionId: log.session.id })
  await once(9)
  const second = await api.sessions.get({ id: log.session.id })
  expect(second.revision).toBe(first.revision + 1)
  const [earlier] = await api.sessions.versions({ id: log.session.id })
  const goalsIn = ({ responses }: Pick<typeof second, 'responses'> = { responses: [] }) =>
    responses.find(({ instrumentId }) => instrumentId === 'attune-alliance-client')?.answers['goals']?.value
  expect(goalsIn(earlier)).toBe(4)
  expect(goalsIn(second)).toBe(9)
  expect((await api.drafts.get({ sessionId: log.session.id }))?.baseRevision).toBe(second.revision)
})

test('a second return request can’t end the next hand-over', async () => {
  const { api, log, state } = await handedOver()
  const late = api.handOver.return({ passphrase: rightPassphrase })
  await api.handOver.return({ passphrase: rightPassphrase }).catch(() => undefined)
  await late.catch(() => undefined)
  await api.handOver.begin({ sessionId: log.session.id })
  expect(state()).toBe('handOver')
  await expect(api.handOver.return({ passphrase: 'not this one here' })).rejects.toMatchObject({
    code: 'wrong-passphrase',
  })
  expect(state()).toBe('handOver')
})

test('a session that did not take place can’t be handed over', async () => {
  const { api, client } = await handedOver()
  await api.handOver.return({ passphrase: rightPassphrase })
  const missed = sessionLog(client.id, { session: { number: 2, status: 'no-show' } })
  await api.sessions.save({ log: missed, expectedRevision: 0 })
  await expect(api.handOver.begin({ sessionId: missed.session.id })).rejects.toMatchObject({
    code: 'status-not-possible',
  })
})

test('a question that no answer called for is not asked, and one that was taken back loses its answer', async () => {
  const { api, log, client } = await handedOver()
  await api.handOver.return({ passphrase: rightPassphrase })
  await api.clients.setForms({ id: client.id, instrumentIds: ['gad-7'] })
  const difficultyAfter = async (ratings: Record<string, number>) => {
    await api.handOver.begin({ sessionId: log.session.id })
    await api.handOver.saveAnswers({ answers: { 'gad-7': answersOf(ratings) }, comment: '' })
    await api.handOver.finish({ stopped: false })
    await api.handOver.return({ passphrase: rightPassphrase })
    const { responses } = await api.sessions.get({ id: log.session.id })
    return responses.find(({ instrumentId }) => instrumentId === 'gad-7')?.answers['gad7-difficulty']
  }
  expect(await difficultyAfter({ 'gad7-1': 0 })).toEqual({ value: null, missingReason: 'not-asked' })
  expect(await difficultyAfter({ 'gad7-1': 1 })).toEqual({ value: null, missingReason: 'skipped' })
  expect(await difficultyAfter({ 'gad7-1': 1, 'gad7-difficulty': 2 })).toMatchObject({ value: 2 })
  expect(await difficultyAfter({ 'gad7-1': 0, 'gad7-difficulty': 2 })).toMatchObject({ value: null })
})

test('a hand-over that was cut off before an update is kept under the version the client answered', async () => {
  const vault = await handedOver()
  const { api, log, db } = vault
  await api.handOver.return({ passphrase: rightPassphrase })
  db.prepare(
    `INSERT INTO hand_over_drafts (session_id, answers, versions, comment, updated_at) VALUES (?, ?, ?, '', ?)`,
  ).run(
    log.session.id,
    JSON.stringify({ 'phq-9': answersOf({ 'phq9-1': 2 }) }),
    JSON.stringify({ 'phq-9': 1 }),
    '2026-03-20T15:00:00.000Z',
  )
  await api.clients.setForms({ id: log.session.clientId, instrumentIds: ['phq-9'] })
  await api.today.get()
  const { responses } = await api.sessions.get({ id: log.session.id })
  const response = responses.find(({ instrumentId }) => instrumentId === 'phq-9')
  expect(response).toMatchObject({ instrumentVersion: 1 })
  expect(Object.keys(response?.answers ?? {})).toHaveLength(9)
})
