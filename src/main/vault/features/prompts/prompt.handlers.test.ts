import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Prompt } from '#shared/prompts/prompt.ts'
import { promptAnswerEntrySchema, type PromptAnswerEntry } from '#shared/prompts/prompt-answer.ts'
import type { SessionEvent } from '#shared/records/session.ts'
import { answersOf, clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'

/** A client whose newest session has the given noted events, which cause prompts. */
async function vaultWithPrompts(kinds: SessionEvent['kind'][] = ['concern-raised', 'client-cried']) {
  const vault = createTestVault()
  const { api } = vault
  const client = await api.clients.create(clientEntry({ code: 'Fern' }))
  const hold = async (number: number, events: SessionEvent['kind'][]) => {
    const log = sessionLog(client.id, {
      session: { number },
      events: events.map((kind) => ({ id: randomUUID(), kind, note: '' })),
    })
    await api.sessions.save({ log, expectedRevision: 0 })
    return log.session.id
  }
  const sessionId = await hold(1, kinds)
  const shown = async () => (await api.clients.overview({ id: client.id })).prompts
  const shownIds = async () => (await shown()).map(({ ruleId }) => ruleId)
  return { ...vault, client, hold, sessionId, shown, shownIds }
}

function answerTo(
  prompt: Prompt | undefined,
  clientId: string | null,
  change: Partial<PromptAnswerEntry> = {},
): PromptAnswerEntry {
  return promptAnswerEntrySchema.parse({
    id: randomUUID(),
    clientId,
    ruleId: prompt?.ruleId,
    ruleVersion: prompt?.ruleVersion,
    promptSession: prompt?.sessionNumber,
    answer: 'helpful',
    reason: null,
    note: '',
    ...change,
  })
}

test('an answer removes the drafts of the rule’s dismissals for this client, and no other draft', async () => {
  const { api, client, hold, shown } = await vaultWithPrompts()
  const other = await api.clients.create(clientEntry({ code: 'Moss' }))
  await hold(2, ['concern-raised'])
  const draft = (clientId: string, ruleId: string, sessionNumber: number) => {
    const subject = `${clientId} ${ruleId} ${sessionNumber}`
    return { form: 'prompt-dismissal', subject, clientId, content: '{"note":"Not n"}' } as const
  }
  const removed = [draft(client.id, 'concern-raised', 1), draft(client.id, 'concern-raised', 2)]
  const others = [
    draft(client.id, 'client-cried', 1),
    draft(client.id, 'concern-raised-twice', 1),
    draft(other.id, 'concern-raised', 1),
    { ...draft(client.id, 'concern-raised', 1), form: 'risk-closing' } as const,
  ]
  for (const each of [...removed, ...others]) await api.drafts.saveForm(each)
  const concern = (await shown()).find(({ ruleId }) => ruleId === 'concern-raised')
  await api.prompts.answer(answerTo(concern, client.id))
  for (const each of removed)
    expect(await api.drafts.getForm({ form: each.form, subject: each.subject })).toBeNull()
  for (const each of others)
    expect(await api.drafts.getForm({ form: each.form, subject: each.subject })).toMatchObject(each)
})

test('an answer is stored with its prompt as shown, and the prompt disappears', async () => {
  const { api, client, shown, shownIds } = await vaultWithPrompts()
  expect(await shownIds()).toEqual(['concern-raised', 'client-cried'])
  const [concern] = await shown()
  const kept = await api.prompts.answer(answerTo(concern, client.id, { note: 'Said so at once.' }))
  expect(kept).toMatchObject({
    ruleId: 'concern-raised',
    ruleVersion: concern?.ruleVersion,
    sessionNumber: 1,
    answer: 'helpful',
    note: 'Said so at once.',
    answeredAt: '2026-03-20T15:00:00.000Z',
    prompt: { because: 'The client raised a concern in session 1.', numbers: concern?.numbers },
  })
  expect(await shownIds()).toEqual(['client-cried'])
  expect(await api.prompts.history({ clientId: client.id })).toEqual([kept])
})

test('an answer stays unchanged, whatever is corrected later', async () => {
  const { api, client, shown, sessionId } = await vaultWithPrompts()
  const kept = await api.prompts.answer(answerTo((await shown())[0], client.id))
  const stored = await api.sessions.get({ id: sessionId as never })
  const { revision, savedAt: _savedAt, hasHiddenEmotions: _hidden, ...log } = stored
  await api.sessions.save({ log: { ...log, events: [] }, expectedRevision: revision })
  expect(await shown()).toEqual([])
  expect(await api.prompts.history({ clientId: client.id })).toEqual([kept])
})

test('the same answer twice counts once, and another under its id is refused', async () => {
  const { api, client, shown, db } = await vaultWithPrompts()
  const entry = answerTo((await shown())[0], client.id)
  const kept = await api.prompts.answer(entry)
  expect(await api.prompts.answer(entry)).toEqual(kept)
  await expect(api.prompts.answer({ ...entry, note: 'other' })).rejects.toMatchObject({ code: 'conflict' })
  expect(db.prepare('SELECT count(*) FROM prompt_answers').pluck().get()).toBe(1)
})

test('a missing prompt, or one whose numbers have changed, can’t be answered', async () => {
  const { api, client, shown, hold, db } = await vaultWithPrompts()
  const stale = answerTo((await shown())[0], client.id)
  await hold(2, ['concern-raised'])
  await expect(api.prompts.answer(stale)).rejects.toMatchObject({ code: 'prompt-gone' })
  await expect(
    api.prompts.answer({ ...stale, id: randomUUID() as never, ruleId: 'rupture-episode-open' }),
  ).rejects.toMatchObject({ code: 'prompt-gone' })
  await expect(api.prompts.answer({ ...stale, clientId: randomUUID() as never })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(db.prepare('SELECT count(*) FROM prompt_answers').pluck().get()).toBe(0)
})

test('a dismissal needs a reason, and no other answer has one', async () => {
  const { api, client, shown } = await vaultWithPrompts()
  const entry = answerTo((await shown())[0], client.id)
  await expect(api.prompts.answer({ ...entry, answer: 'dismissed' })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await expect(api.prompts.answer({ ...entry, reason: 'knew-it' })).rejects.toMatchObject({
    code: 'invalid-input',
  })
  await api.prompts.answer({
    ...entry,
    answer: 'dismissed',
    reason: 'wrong-number',
    note: 'It was session 2.',
  })
})

test('a postponed prompt comes back next session, a helpful one only with new numbers', async () => {
  const { api, client, shown, shownIds, hold } = await vaultWithPrompts()
  const [concern, cried] = await shown()
  await api.prompts.answer(answerTo(concern, client.id, { answer: 'later' }))
  await api.prompts.answer(answerTo(cried, client.id))
  expect(await shownIds()).toEqual([])
  await hold(2, ['concern-raised'])
  expect(await shownIds()).toEqual(['concern-raised'])
})

test('an answer can be undone until a later one exists', async () => {
  const { api, client, shown, shownIds, clock } = await vaultWithPrompts()
  const [concern, cried] = await shown()
  const first = await api.prompts.answer(answerTo(concern, client.id))
  await api.prompts.undo({ id: first.id })
  await api.prompts.undo({ id: first.id })
  expect(await shownIds()).toEqual(['concern-raised', 'client-cried'])
  const again = await api.prompts.answer(answerTo(concern, client.id))
  clock.now = new Date('2026-03-20T15:01:00.000Z')
  await api.prompts.answer(answerTo(cried, client.id))
  await expect(api.prompts.undo({ id: again.id })).rejects.toMatchObject({ code: 'conflict' })
})

test('a prompt taken to supervision is on the agenda, and off it again once the answer is taken back', async () => {
  const { api, client, shown } = await vaultWithPrompts()
  const kept = await api.prompts.answer(answerTo((await shown())[0], client.id, { answer: 'supervision' }))
  const agenda = async () => (await api.supervision.agenda()).mine
  expect(await agenda()).toMatchObject([
    { id: kept.id, kind: 'prompt', clientCode: 'Fern', prompt: kept.prompt, question: '' },
  ])
  await api.prompts.undo({ id: kept.id })
  expect(await agenda()).toEqual([])
})

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
  expect(await api.prompts.history({ clientId: null })).toEqual([kept])
})

test('answers are deleted with their client', async () => {
  const { api, client, shown, db } = await vaultWithPrompts()
  await api.prompts.answer(answerTo((await shown())[0], client.id))
  db.prepare('DELETE FROM clients WHERE id = ?').run(client.id)
  expect(db.prepare('SELECT count(*) FROM prompt_answers').pluck().get()).toBe(0)
})
