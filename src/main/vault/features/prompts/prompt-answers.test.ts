import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { clientEntry } from '../../testing/entries.ts'
import { answerTo, vaultWithPrompts } from './testing/vault-with-prompts.ts'

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

test('answers are deleted with their client', async () => {
  const { api, client, shown, db } = await vaultWithPrompts()
  await api.prompts.answer(answerTo((await shown())[0], client.id))
  db.prepare('DELETE FROM clients WHERE id = ?').run(client.id)
  expect(db.prepare('SELECT count(*) FROM prompt_answers').pluck().get()).toBe(0)
})
