import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { answersOf, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { answerTo, vaultWithPrompts } from './testing/vault-with-prompts.ts'

test('a switched-off rule shows nothing anywhere until it is on again', async () => {
  const { api, shownIds, clock } = await vaultWithPrompts()
  await api.prompts.switchRule({ ruleId: 'concern-raised', isOn: false })
  clock.now = new Date('2026-03-21T08:00:00.000Z')
  await api.prompts.switchRule({ ruleId: 'concern-raised', isOn: false })
  expect(await shownIds()).toEqual(['client-cried'])
  const listed = await api.prompts.rules()
  expect(listed.filter(({ offSince }) => offSince !== null)).toMatchObject([
    { id: 'concern-raised', offSince: '2026-03-20T15:00:00.000Z' },
  ])
  expect((await api.prompts.whereArticleApplies({ articleId: 'knox-2022' })).clients).toEqual([])
  await api.prompts.switchRule({ ruleId: 'concern-raised', isOn: true })
  expect(await shownIds()).toEqual(['concern-raised', 'client-cried'])
  await expect(api.prompts.switchRule({ ruleId: 'no-such-rule', isOn: false })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a dropped rule that was answered or switched off disturbs nothing', async () => {
  const { api, client, shown, shownIds, db } = await vaultWithPrompts()
  await api.prompts.answer(answerTo((await shown())[1], client.id))
  db.prepare("UPDATE prompt_answers SET rule_id = 'supportive-after-above-usual'").run()
  db.prepare(
    "INSERT INTO prompt_rules_off (rule_id, switched_off_at) VALUES ('hard-feeling-named', '2026-03-20T15:00:00.000Z')",
  ).run()
  const [kept] = await api.prompts.history({ clientId: client.id })
  expect(kept).toMatchObject({
    ruleId: 'supportive-after-above-usual',
    prompt: { because: 'The client cried in session 1.' },
  })
  expect(await shownIds()).toEqual(['concern-raised', 'client-cried'])
  expect((await api.prompts.rules()).every(({ offSince }) => offSince === null)).toBe(true)
})

test('a study lists the clients and sessions where it applies now, including prompts beyond the three shown', async () => {
  const { api, client, sessionId, hold } = await vaultWithPrompts()
  expect(await api.prompts.whereArticleApplies({ articleId: 'genova-2021' })).toEqual({
    clients: [
      {
        clientId: client.id,
        clientCode: 'Fern',
        isFictional: false,
        sessionId,
        sessionNumber: 1,
        ruleId: 'client-cried',
        title: 'After tears',
        because: 'The client cried in session 1.',
        effectId: 'relief-after-crying',
        isShown: true,
      },
    ],
    own: [],
  })
  expect(await api.prompts.whereArticleApplies({ articleId: 'no-such-study' })).toEqual({
    clients: [],
    own: [],
  })
  await hold(2, ['concern-raised', 'cultural-concern', 'client-cried'])
  const second = sessionLog(client.id, {
    session: { number: 3 },
    events: (['concern-raised', 'cultural-concern', 'client-cried'] as const).map((kind) => ({
      id: randomUUID(),
      kind,
      note: '',
    })),
    ruptureNote: {
      seenBy: 'therapist',
      isWithdrawal: false,
      isConfrontation: true,
      intensity: 5,
      resolution: 'unresolved',
      tried: [],
      note: '',
    },
  })
  await api.sessions.save({ log: second, expectedRevision: 0 })
  const { clients } = await api.prompts.whereArticleApplies({ articleId: 'genova-2021' })
  expect(clients).toMatchObject([{ sessionNumber: 3, isShown: false }])
})

test('an ended therapy has no prompts and is listed under no study', async () => {
  const { api, client, shown } = await vaultWithPrompts()
  const { id, code, startedOn, therapyType, notes, revision } = client
  await api.clients.update({
    entry: { id, code, startedOn, therapyType, notes, status: 'ended' },
    expectedRevision: revision,
  })
  expect(await shown()).toEqual([])
  expect((await api.prompts.whereArticleApplies({ articleId: 'genova-2021' })).clients).toEqual([])
})

test('the therapist’s words for hard feelings cause a prompt the second time', async () => {
  const { api, client, shownIds } = await vaultWithPrompts([])
  const feelDrained = (number: number) =>
    api.sessions.save({
      log: sessionLog(client.id, {
        session: { number },
        responses: [
          therapistResponse(
            'attune-feelings-after',
            { supportive: 5, inadequate: 3 },
            { words: ['drained'] },
          ),
        ],
      }),
      expectedRevision: 0,
    })
  await feelDrained(2)
  expect(await shownIds()).toEqual([])
  await feelDrained(3)
  expect(await shownIds()).toEqual(['no-client-rating', 'hard-feelings-again'])
})

test('own checks have prompts of their own, answered without a client', async () => {
  const { api } = await vaultWithPrompts()
  const check = async (takenOn: string, instrumentId: string, values: Record<string, number>) =>
    api.wellbeing.save({
      id: randomUUID() as never,
      takenOn,
      instrumentId,
      instrumentVersion: 1,
      answers: answersOf(values),
      note: '',
      recordedAt: `${takenOn}T09:00:00.000Z`,
    })
  const wellbeing = { exhaustion: 4, disengagement: 8, 'personal-burden': 2 }
  await check('2026-03-01', 'attune-wellbeing', wellbeing)
  expect(await api.prompts.own()).toEqual([])
  await check('2026-03-15', 'attune-wellbeing', wellbeing)
  await check('2026-03-16', 'attune-supervision', {
    'supervisory-relationship': 3,
    openness: 6,
    usefulness: 6,
  })
  const own = await api.prompts.own()
  expect(own.map(({ ruleId }) => ruleId)).toEqual(['own-disengagement', 'supervision-relationship'])
  expect((await api.prompts.whereArticleApplies({ articleId: 'delgadillo-2018' })).own).toMatchObject([
    { ruleId: 'own-disengagement', effectId: 'disengagement-outcome', isShown: true },
  ])
  const kept = await api.prompts.answer(answerTo(own[0], null, { answer: 'supervision' }))
  expect(kept).toMatchObject({ clientId: null, sessionNumber: 3 })
  expect((await api.prompts.own()).map(({ ruleId }) => ruleId)).toEqual(['supervision-relationship'])
  expect((await api.supervision.agenda()).mine).toMatchObject([
    { id: kept.id, clientCode: null, prompt: kept.prompt },
  ])
  const met = await api.prompts.answer(answerTo(own[1], null))
  const inArea = (area: 'wellbeing' | 'supervision') => api.prompts.history({ clientId: null, area })
  expect(await inArea('wellbeing')).toEqual([kept])
  expect(await inArea('supervision')).toEqual([met])
  expect(await api.prompts.history({ clientId: null })).toHaveLength(2)
})
