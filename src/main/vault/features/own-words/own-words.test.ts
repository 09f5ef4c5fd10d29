import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { OwnWordsKind } from '#shared/records/own-words.ts'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault, rightPassphrase, testFeatures } from '../../testing/test-vault.ts'

const goal = 'Sleep through the night'
const problem = 'I freeze when she shouts'

async function vaultWithSession() {
  const vault = createTestVault()
  const { api } = vault
  const client = await api.clients.create(clientEntry({ code: 'Fern' }))
  const log = sessionLog(client.id)
  await api.sessions.save({ log, expectedRevision: 0 })
  const add = async (words = goal, kind: OwnWordsKind = 'goal') => {
    const id = randomUUID()
    await api.ownWords.add({ id, clientId: client.id, kind, words })
    return id
  }
  /** Hands the form over and rates what it asks for, in its order. */
  const rate = async (sessionId: string, values: readonly number[], stopped = false) => {
    await api.handOver.begin({ sessionId })
    const { asked } = (await api.handOver.form()).ownWords
    await api.handOver.saveAnswers({
      answers: {},
      comment: '',
      ownRatings: Object.fromEntries(values.map((value, index) => [asked[index]!.id, value])),
    })
    await api.handOver.finish({ stopped })
    await api.handOver.return({ passphrase: rightPassphrase })
  }
  const all = async (clientId: string = client.id) => (await api.ownWords.ofClient({ clientId })).ownWords
  const entries = (): unknown[] =>
    vault.db
      .prepare(`SELECT client_id FROM audit_entries WHERE kind = 'own-words-changed' ORDER BY sequence`)
      .pluck()
      .all()
  return { ...vault, client, log, sessionId: log.session.id, add, rate, all, entries }
}

describe('what a client wants or suffers from, in their own words', () => {
  test('at most three are open, an ended one makes room, and each change is logged once', async () => {
    const { api, client, add, all, entries } = await vaultWithSession()
    const first = await add()
    await api.ownWords.add({ id: first, clientId: client.id, kind: 'goal', words: goal })
    await add(problem, 'problem')
    await add('Call my brother')
    await expect(add('One too many')).rejects.toMatchObject({ code: 'conflict' })
    await api.ownWords.end({ id: first })
    await api.ownWords.end({ id: first })
    await add('See people again')
    expect((await all()).map(({ kind, endedOn, wordings }) => [kind, endedOn, wordings[0]?.words])).toEqual([
      ['goal', '2026-03-20', goal],
      ['problem', null, problem],
      ['goal', null, 'Call my brother'],
      ['goal', null, 'See people again'],
    ])
    await expect(api.ownWords.reopen({ id: first })).rejects.toMatchObject({ code: 'conflict' })
    expect(entries()).toEqual(Array.from({ length: 5 }, () => client.id))
  })

  test('a wording that was rated stays in the history with its ratings; one that never was is replaced', async () => {
    const { api, add, rate, all, sessionId, clock } = await vaultWithSession()
    const id = await add()
    await api.ownWords.reword({ id, words: 'Sleep five hours' })
    expect((await all())[0]?.wordings.map(({ words }) => words)).toEqual(['Sleep five hours'])
    await rate(sessionId, [3])
    clock.now = new Date('2026-03-27T12:00:00.000Z')
    await api.ownWords.reword({ id, words: goal })
    await api.ownWords.reword({ id, words: goal })
    expect((await all())[0]?.wordings).toMatchObject([
      { words: 'Sleep five hours', since: '2026-03-20', ratings: [{ sessionId, value: 3 }] },
      { words: goal, since: '2026-03-27', ratings: [] },
    ])
  })

  test('fault 309: only what was never rated can be deleted or replaced, and a session that an Undo can bring back counts', async () => {
    const { api, add, rate, all, sessionId } = await vaultWithSession()
    const [rated, slip] = [await add(), await add('Tpyo')]
    await rate(sessionId, [5])
    await api.ownWords.remove({ id: slip })
    await expect(api.ownWords.remove({ id: rated })).rejects.toMatchObject({ code: 'conflict' })
    await api.sessions.remove({ id: sessionId })
    expect((await all())[0]?.wordings[0]?.ratings).toEqual([])
    await expect(api.ownWords.remove({ id: rated })).rejects.toMatchObject({ code: 'conflict' })
    await api.ownWords.reword({ id: rated, words: 'Other words' })
    await api.sessions.undoRemoval({ id: sessionId })
    expect(
      (await all()).map(({ wordings }) => wordings.map(({ words, ratings }) => [words, ratings.length])),
    ).toEqual([
      [
        [goal, 1],
        ['Other words', 0],
      ],
    ])
  })

  test('words that turn the direction of a line, are empty or too long are refused', async () => {
    const { add, all } = await vaultWithSession()
    for (const words of ['', '   ', 'a\u202Eb', 'a\0b', 'a\nb', 'a'.repeat(201)])
      await expect(add(words), words).rejects.toMatchObject({ code: 'invalid-input' })
    await add('نوم أفضل 😴 <b>"x"</b>')
    expect((await all())[0]?.wordings[0]?.words).toBe('نوم أفضل 😴 <b>"x"</b>')
  })
})

describe('fault 306: at the hand-over', () => {
  test('the form has the current words and nothing else of them, where the therapist put them', async () => {
    const { api, client, add, rate, sessionId } = await vaultWithSession()
    const ended = await add('An ended one')
    const id = await add(problem, 'problem')
    await rate(sessionId, [1, 2])
    await api.ownWords.end({ id: ended })
    await api.ownWords.reword({ id, words: 'I go numb' })
    for (const [place, isFirst, count] of [
      ['before', true, 1],
      ['after', false, 1],
      ['not-asked', false, 0],
    ] as const) {
      await api.ownWords.setPlace({ clientId: client.id, place })
      await api.handOver.begin({ sessionId })
      const { ownWords, ownRatings } = await api.handOver.form()
      expect([ownWords.isFirst, ownWords.asked.length, ownRatings]).toEqual([isFirst, count, {}])
      expect(ownWords.asked.map(({ kind, words }) => [kind, words])).toEqual(
        count === 0 ? [] : [['problem', 'I go numb']],
      )
      await api.handOver.return({ passphrase: rightPassphrase })
    }
  })

  test('a rating of anything that was not asked for, or off the scale, is refused', async () => {
    const { api, add, sessionId } = await vaultWithSession()
    await add()
    await api.handOver.begin({ sessionId })
    const id = (await api.handOver.form()).ownWords.asked[0]!.id
    const save = (ownRatings: Record<string, number>) =>
      api.handOver.saveAnswers({ answers: {}, comment: '', ownRatings })
    await expect(save({ [randomUUID()]: 3 })).rejects.toMatchObject({ code: 'not-found' })
    for (const value of [-1, 11, 2.5])
      await expect(save({ [id]: value })).rejects.toMatchObject({ code: 'invalid-input' })
    await save({ [id]: 0 })
    expect((await api.handOver.form()).ownRatings).toEqual({ [id]: 0 })
  })

  test('a client who rates twice in a session loses neither rating, and the form starts empty', async () => {
    const { api, add, rate, all, sessionId, clock } = await vaultWithSession()
    await add()
    await rate(sessionId, [4])
    clock.now = new Date('2026-03-20T18:00:00.000Z')
    await api.handOver.begin({ sessionId })
    expect((await api.handOver.form()).ownRatings).toEqual({})
    await api.handOver.return({ passphrase: rightPassphrase })
    await rate(sessionId, [7], true)
    expect((await all())[0]?.wordings[0]?.ratings.map(({ value }) => value)).toEqual([4, 7])
    expect((await api.ownWords.ofSession({ sessionId })).map(({ wordings }) => wordings[0]?.words)).toEqual([
      goal,
    ])
  })

  test('ratings that a lock or a crash interrupted are kept at the next start', async () => {
    const { api, add, db, folder, clock, client, sessionId } = await vaultWithSession()
    await add()
    await api.handOver.begin({ sessionId })
    const id = (await api.handOver.form()).ownWords.asked[0]!.id
    await api.handOver.saveAnswers({ answers: {}, comment: '', ownRatings: { [id]: 6 } })
    const { handlers } = testFeatures({ db, folder, clock })
    const { ownWords } = await handlers.ownWords.ofClient({ clientId: client.id })
    expect(ownWords[0]?.wordings[0]?.ratings).toMatchObject([{ sessionId, value: 6 }])
  })
})

test('a session has what was rated in it, in the order in which it was added', async () => {
  const { api, add, rate, sessionId, client } = await vaultWithSession()
  const words = [goal, problem, 'Call my brother']
  for (const each of words) await add(each)
  await rate(sessionId, [1, 2])
  const other = sessionLog(client.id, { session: { number: 2 } })
  await api.sessions.save({ log: other, expectedRevision: 0 })
  await rate(other.session.id, [3, 4, 5])
  const inSession = async (id: string) =>
    (await api.ownWords.ofSession({ sessionId: id })).map(({ wordings }) => wordings[0]?.words)
  expect(await inSession(sessionId)).toEqual(words.slice(0, 2))
  expect(await inSession(other.session.id)).toEqual(words)
})

describe('fault 307: a session with ratings in own words moves to another client', () => {
  test('they go along under the words that were rated, and nobody is asked for these', async () => {
    const { api, add, rate, all, sessionId, client } = await vaultWithSession()
    const other = await api.clients.create(clientEntry({ code: 'Moss' }))
    await add()
    await rate(sessionId, [8])
    const { revision } = await api.sessions.get({ id: sessionId })
    await api.sessions.move({ id: sessionId, toClientId: other.id, expectedRevision: revision })
    expect((await all(other.id)).map(({ endedOn, wordings }) => [endedOn, wordings])).toMatchObject([
      ['2026-03-16', [{ words: goal, ratings: [{ sessionId, value: 8 }] }]],
    ])
    expect((await all())[0]?.wordings[0]?.ratings).toEqual([])
    // Moved back, they are under the same words again.
    const moved = await api.sessions.get({ id: sessionId })
    await api.sessions.move({ id: sessionId, toClientId: client.id, expectedRevision: moved.revision })
    expect(await all()).toMatchObject([
      { endedOn: null, wordings: [{ words: goal, ratings: [{ value: 8 }] }] },
    ])
    // Nothing rests on the words that stayed behind, so they can be deleted.
    const [left] = await all(other.id)
    await api.ownWords.remove({ id: left!.id })
    expect(await all(other.id)).toEqual([])
  })

  test('two with the same words stay two', async () => {
    const { api, add, rate, all, sessionId } = await vaultWithSession()
    const other = await api.clients.create(clientEntry({ code: 'Moss' }))
    await add()
    await add()
    await rate(sessionId, [2, 9])
    const { revision } = await api.sessions.get({ id: sessionId })
    await api.sessions.move({ id: sessionId, toClientId: other.id, expectedRevision: revision })
    const values = (await all(other.id)).map(({ wordings }) => wordings[0]?.ratings[0]?.value)
    expect(new Set(values)).toEqual(new Set([2, 9]))
  })
})
