import { expect, test } from 'vitest'
import { answersOf, clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { rightPassphrase } from '../../testing/test-vault.ts'
import { vaultWithClient } from './testing/vault-with-client.ts'

const alliance = (goals: number, change: object = {}) =>
  therapistResponse('attune-alliance-therapist', { goals, tasks: 7, bond: 8, overall: null }, change)

test('a session is returned as it was saved: facts, ratings, missing reasons, note and events', async () => {
  const { api, client } = await vaultWithClient()
  const log = sessionLog(client.id, {
    session: { notes: 'A long silence, then laughter. \u{1F30A}\n\t<b>not markup</b>' },
    responses: [alliance(6)],
    ruptureNote: {
      seenBy: 'therapist',
      isWithdrawal: true,
      isConfrontation: false,
      intensity: 4,
      resolution: null,
      tried: ['named-it-together'],
      note: '',
    },
    events: [{ id: crypto.randomUUID(), kind: 'client-cried', note: '' }],
  })
  const saved = await api.sessions.save({ log, expectedRevision: 0 })
  expect(saved).toMatchObject({ ...log, revision: 1, hasHiddenEmotions: false })
  expect(await api.sessions.get({ id: log.session.id })).toEqual(saved)
})

test('saving the same again changes nothing, and saving from an old revision is refused', async () => {
  const { api, client, db } = await vaultWithClient()
  const log = sessionLog(client.id, { responses: [alliance(6)] })
  const first = await api.sessions.save({ log, expectedRevision: 0 })
  expect(await api.sessions.save({ log, expectedRevision: 0 })).toEqual(first)
  expect(db.prepare('SELECT count(*) FROM responses').pluck().get()).toBe(1)
  const other = { ...log, session: { ...log.session, notes: 'other' } }
  await expect(api.sessions.save({ log: other, expectedRevision: 0 })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('fault 249: only a save of a final session is a correction, and keeps the version that it replaces', async () => {
  const { api, client } = await vaultWithClient()
  const log = sessionLog(client.id, { session: { status: 'begun' }, responses: [alliance(6)] })
  const { id } = log.session
  const save = (change: object, expectedRevision: number, responses: unknown[] = log.responses) =>
    api.sessions.save({
      log: sessionLog(client.id, { session: { ...log.session, ...change }, responses }),
      expectedRevision,
    })
  const kinds = async () =>
    (
      await api.audit.list({ area: null, clientId: null, from: null, to: null, before: null, most: 50 })
    ).entries.map(({ kind }) => kind)
  await save({}, 0)
  await save({ notes: 'Before' }, 1)
  await save({ status: 'held', notes: 'After' }, 2)
  const closedAt = '2026-03-20T12:00:00.000Z'
  const final = { status: 'held', notes: 'Final', closedAt }
  await save(final, 3)
  expect(await api.sessions.versions({ id })).toEqual([])
  expect(await kinds()).not.toContain('session-corrected')
  expect(await save({ ...final, notes: 'Corrected' }, 4, [alliance(3)])).toMatchObject({ revision: 5 })
  expect(await api.sessions.versions({ id })).toMatchObject([
    { revision: 4, session: { notes: 'Final' }, responses: log.responses },
  ])
  expect(await kinds()).toContain('session-corrected')
})

test('fault 249: a version that somebody else saved is kept by a save over it, final or not', async () => {
  const { api, client } = await vaultWithClient()
  const log = sessionLog(client.id, { session: { notes: 'theirs' } })
  await api.sessions.save({ log, expectedRevision: 0 })
  const mine = { ...log, session: { ...log.session, notes: 'mine' } }
  await api.sessions.save({ log: mine, expectedRevision: 1, isOverOther: true })
  expect(await api.sessions.versions({ id: log.session.id })).toMatchObject([
    { revision: 1, session: { notes: 'theirs' } },
  ])
})

test('a session names the ones with the next lower and the next higher number of the same client', async () => {
  const { api, client } = await vaultWithClient()
  const other = await api.clients.create(clientEntry({ code: 'Moss' }))
  const save = async (clientId: string, number: number) => {
    const log = sessionLog(clientId, { session: { number, status: 'no-show' } })
    await api.sessions.save({ log, expectedRevision: 0 })
    return { id: log.session.id, number }
  }
  await save(other.id, 3)
  const [first, fourth, second] = [
    await save(client.id, 1),
    await save(client.id, 4),
    await save(client.id, 2),
  ]
  expect(await api.sessions.neighbours({ id: second.id })).toEqual({ previous: first, next: fourth })
  expect(await api.sessions.neighbours({ id: first.id })).toEqual({ previous: null, next: second })
  expect(await api.sessions.neighbours({ id: fourth.id })).toEqual({ previous: second, next: null })
  await expect(api.sessions.neighbours({ id: crypto.randomUUID() })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('the first lines of a client’s sessions hold note, event and comment, and nothing that is still hidden', async () => {
  const { api, client } = await vaultWithClient()
  await api.clients.setForms({ id: client.id, instrumentIds: ['attune-emotions-client'] })
  const log = sessionLog(client.id, {
    session: { notes: `\n\n  First line.\nSecond line.` },
    events: [
      { id: crypto.randomUUID(), kind: 'client-cried', note: '' },
      { id: crypto.randomUUID(), kind: 'other', note: `${'a'.repeat(199)}\u{1F30A} and more` },
    ],
  })
  await api.sessions.save({ log, expectedRevision: 0 })
  const empty = sessionLog(client.id, { session: { number: 2 } })
  await api.sessions.save({ log: empty, expectedRevision: 0 })
  await api.handOver.begin({ sessionId: log.session.id })
  await api.handOver.saveAnswers({
    answers: { 'attune-emotions-client': answersOf({ sadness: 6 }) },
    comment: 'Glad of the walk.',
  })
  await api.handOver.finish({ stopped: false })
  await api.handOver.return({ passphrase: rightPassphrase })
  const lines = () => api.sessions.firstLines({ clientId: client.id })
  const [first, second] = await lines()
  expect(second).toBeUndefined()
  expect(first).toMatchObject({ sessionId: log.session.id, note: 'First line.', comment: null })
  expect(first?.event).toMatch(/^a{199}.…$/)
  const { revision } = await api.sessions.get({ id: log.session.id })
  const skipped = { ...log, session: { ...log.session, guess: 'skipped' as const } }
  await api.sessions.save({ log: skipped, expectedRevision: revision })
  expect(await lines()).toMatchObject([{ comment: 'Glad of the walk.' }])
})

test('a rating with a future date is refused, a planned session is not', async () => {
  const { api, client } = await vaultWithClient({ now: '2026-03-20T22:30:00.000Z', zone: 'Europe/Oslo' })
  const save = (session: object, responses: unknown[] = []) =>
    api.sessions.save({ log: sessionLog(client.id, { session, responses }), expectedRevision: 0 })
  await expect(save({ date: '2026-03-21', status: 'held' })).rejects.toMatchObject({
    code: 'rated-in-future',
  })
  await expect(save({ date: '2026-03-21', status: 'planned' }, [alliance(5)])).rejects.toMatchObject({
    code: 'rated-in-future',
    places: ['log.session.date'],
  })
  expect(await save({ date: '2026-03-21', status: 'planned' })).toMatchObject({ revision: 1 })
})

test('Today has every planned session to come, the next one first', async () => {
  const { api, client } = await vaultWithClient({ now: '2026-03-20T12:00:00.000Z', zone: 'Europe/Oslo' })
  for (let number = 14; number >= 1; number -= 1)
    await api.sessions.save({
      log: sessionLog(client.id, {
        session: { number, date: `2026-04-${String(number).padStart(2, '0')}`, status: 'planned' },
      }),
      expectedRevision: 0,
    })
  const { upcoming } = await api.today.get()
  expect(upcoming.map(({ number }) => number)).toEqual(
    Array.from({ length: 14 }, (_each, index) => index + 1),
  )
})

test('a planned session keeps its time, and can be cancelled before its day by either person', async () => {
  const { api, client } = await vaultWithClient({ now: '2026-03-20T12:00:00.000Z', zone: 'Europe/Oslo' })
  const planned = sessionLog(client.id, {
    session: { date: '2026-03-27', status: 'planned', timeOfDay: '09:30' },
  })
  await api.sessions.save({ log: planned, expectedRevision: 0 })
  expect((await api.today.get()).upcoming).toMatchObject([{ timeOfDay: '09:30', status: 'planned' }])
  for (const [index, status] of (['cancelled-by-client', 'cancelled-by-therapist'] as const).entries()) {
    const log = { ...planned, session: { ...planned.session, status } }
    const saved = await api.sessions.save({ log, expectedRevision: index + 1 })
    expect(saved.session).toMatchObject({ status, timeOfDay: '09:30' })
  }
  expect((await api.today.get()).upcoming).toEqual([])
  await expect(api.handOver.begin({ sessionId: planned.session.id })).rejects.toMatchObject({
    code: 'rated-in-future',
  })
})

test('a session cancelled in time is not handed over, and can still be held', async () => {
  const { api, client } = await vaultWithClient()
  const log = sessionLog(client.id, { session: { status: 'cancelled-by-client' } })
  await api.sessions.save({ log, expectedRevision: 0 })
  await expect(api.handOver.begin({ sessionId: log.session.id })).rejects.toMatchObject({
    code: 'status-not-possible',
  })
  const held = { ...log, session: { ...log.session, status: 'held' as const } }
  expect(await api.sessions.save({ log: held, expectedRevision: 1 })).toMatchObject({ revision: 2 })
})

test('today is the day in the computer’s own zone', async () => {
  // Half past midnight on the 21st in Oslo, still the 20th in UTC.
  const { api, client } = await vaultWithClient({ now: '2026-03-20T23:30:00.000Z', zone: 'Europe/Oslo' })
  const log = sessionLog(client.id, { session: { date: '2026-03-21' }, responses: [alliance(5)] })
  expect(await api.sessions.save({ log, expectedRevision: 0 })).toMatchObject({ revision: 1 })
})

test('fault 100: a session held in Auckland is corrected in Los Angeles while it is still the day before there', async () => {
  // Morning of the 21st in Auckland, afternoon of the 20th in Los Angeles.
  const { api, client } = await vaultWithClient({
    now: '2026-03-20T21:00:00.000Z',
    zone: 'America/Los_Angeles',
  })
  const heldOn = (date: string, zone: string) =>
    sessionLog(client.id, { session: { date, zone }, responses: [alliance(5)] })
  const log = heldOn('2026-03-21', 'Pacific/Auckland')
  expect(await api.sessions.save({ log, expectedRevision: 0 })).toMatchObject({ revision: 1 })
  const corrected = { ...log, session: { ...log.session, notes: 'on the plane' } }
  expect(await api.sessions.save({ log: corrected, expectedRevision: 1 })).toMatchObject({ revision: 2 })
  for (const tooLate of [
    heldOn('2026-03-22', 'Pacific/Auckland'),
    heldOn('2026-03-21', 'Europe/Oslo'),
    heldOn('2026-03-21', 'Nowhere/Atlantis'),
  ])
    await expect(
      api.sessions.save({ log: sessionLog(client.id, tooLate), expectedRevision: 0 }),
    ).rejects.toMatchObject({ code: 'rated-in-future' })
})

test('fault 45: a rating out of its range is refused with its place, and nothing is stored', async () => {
  const { api, client, db } = await vaultWithClient()
  for (const wrong of [11, -1, 6.5, 1e300]) {
    const log = sessionLog(client.id, { responses: [alliance(wrong)] })
    await expect(api.sessions.save({ log, expectedRevision: 0 })).rejects.toMatchObject({
      code: 'rating-out-of-range',
      places: ['log.responses.0.answers.goals'],
    })
  }
  expect(db.prepare('SELECT count(*) FROM sessions').pluck().get()).toBe(0)
})

test('an unknown instrument, item or word is refused', async () => {
  const { api, client } = await vaultWithClient()
  const save = (response: unknown) =>
    api.sessions.save({ log: sessionLog(client.id, { responses: [response] }), expectedRevision: 0 })
  await expect(save(therapistResponse('no-such-form', { a: 1 }))).rejects.toMatchObject({ code: 'not-found' })
  await expect(save(therapistResponse('attune-own-empathy', { wit: 1 }))).rejects.toMatchObject({
    code: 'rating-out-of-range',
  })
  await expect(
    save(therapistResponse('attune-feelings-after', { supportive: 1 }, { words: ['smug'] })),
  ).rejects.toMatchObject({ code: 'invalid-input' })
})

test('two sessions of a client can’t have the same number, and a held session can’t be planned again', async () => {
  const { api, client } = await vaultWithClient()
  const log = sessionLog(client.id)
  await api.sessions.save({ log, expectedRevision: 0 })
  await expect(api.sessions.save({ log: sessionLog(client.id), expectedRevision: 0 })).rejects.toMatchObject({
    code: 'conflict',
    places: ['log.session.number'],
  })
  expect(await api.sessions.nextNumber({ clientId: client.id })).toEqual({ number: 2 })
  const planned = { ...log, session: { ...log.session, status: 'planned' as const } }
  await expect(api.sessions.save({ log: planned, expectedRevision: 1 })).rejects.toMatchObject({
    code: 'status-not-possible',
  })
})

test('a form can be answered once for each occasion, and only on its own occasion', async () => {
  const { api, client } = await vaultWithClient()
  const save = (responses: unknown[]) =>
    api.sessions.save({ log: sessionLog(client.id, { responses }), expectedRevision: 0 })
  await expect(save([alliance(5), alliance(6)])).rejects.toMatchObject({
    code: 'invalid-input',
    places: ['log.responses'],
  })
  await expect(save([alliance(5, { occasion: 'before' })])).rejects.toMatchObject({
    code: 'invalid-input',
    places: ['log.responses.0.occasion'],
  })
})

test('a repeated save keeps the draft typed since then', async () => {
  const { api, client } = await vaultWithClient()
  const log = sessionLog(client.id)
  const saved = await api.sessions.save({ log, expectedRevision: 0 })
  const newer = { ...log, session: { ...log.session, notes: 'typed since' } }
  const draft = { sessionId: log.session.id, clientId: client.id, baseRevision: saved.revision, log: newer }
  await api.drafts.save(draft)
  await api.sessions.save({ log, expectedRevision: 0 })
  expect(await api.drafts.get({ sessionId: log.session.id })).toMatchObject(draft)
})
