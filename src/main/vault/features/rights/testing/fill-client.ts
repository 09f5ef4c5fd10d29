import { randomUUID } from 'node:crypto'
import type { PromptAnswer } from '#shared/prompts/prompt-answer.ts'
import { clientEntry, sessionLog, therapistResponse } from '../../../testing/entries.ts'
import { rightPassphrase, type TestVault } from '../../../testing/test-vault.ts'

const promptWith = (because: string): PromptAnswer['prompt'] => ({
  title: 'A prompt',
  because,
  numbers: [{ label: 'Alliance', value: 5, n: 1 }],
  suggestion: 'Ask.',
  source: { articleId: 'a-study', effectId: 'an-effect', citation: 'Lee, 2020' },
  sessionNumber: 1,
})

/** A client with data in every possible place, each with a text that occurs only once. */
export async function fillClient({ api, db }: TestVault, code = 'Fern') {
  const text = (what: string) => `${what} of ${code} ${randomUUID()}`
  const texts = {
    clientNotes: text('notes on'),
    therapyType: text('therapy'),
    sessionNotes: text('session notes'),
    earlierNotes: text('earlier notes'),
    event: text('event'),
    ruptureNote: text('rupture'),
    closedRupture: text('how it ended'),
    halfClosed: text('half of how it ended'),
    saidTogether: text('said together'),
    ownWords: text('goal in own words'),
    reworded: text('goal reworded'),
    halfWords: text('half of a goal'),
    comment: text('comment'),
    draft: text('draft'),
    riskNote: text('risk'),
    closedNote: text('closed'),
    promptNote: text('prompt note'),
    promptWords: text('prompt words'),
    keptBecause: text('kept because'),
    halfFilled: text('half filled'),
    formDraft: text('form draft'),
    lookedAt: text('looked at'),
    agendaQuestion: text('question'),
    agreement: text('agreement'),
    consent: text('said on consent'),
    sharedQuestion: text('shared question'),
    supervisorComment: text('comment of the supervisor'),
  }
  const client = clientEntry({ code, notes: texts.clientNotes, therapyType: texts.therapyType })
  await api.clients.create(client)
  await api.clients.setForms({ id: client.id, instrumentIds: ['phq-9'] })

  await api.formPlans.set({
    clientId: client.id,
    instrumentId: 'phq-9',
    plan: { rhythm: { kind: 'monthly' }, moment: 'after', lastDay: '2026-08-31' },
  })

  const log = sessionLog(client.id, {
    // Only a final session keeps the version that a save replaces.
    session: { notes: texts.earlierNotes, closedAt: '2026-03-16T18:00:00.000Z' },
    events: [{ id: randomUUID(), kind: 'other', note: texts.event }],
    ruptureNote: {
      seenBy: 'therapist',
      isWithdrawal: true,
      isConfrontation: false,
      intensity: 4,
      resolution: 'partly',
      tried: [],
      note: texts.ruptureNote,
    },
    responses: [therapistResponse('attune-own-empathy', { 'own-empathy': 7 }, { comment: texts.comment })],
  })
  await api.sessions.save({ log, expectedRevision: 0 })
  const corrected = { ...log, session: { ...log.session, notes: texts.sessionNotes } }
  await api.sessions.save({ log: corrected, expectedRevision: 1 })

  const goalId = randomUUID()
  await api.ownWords.add({ id: goalId, clientId: client.id, kind: 'goal', words: texts.ownWords })
  await api.ownWords.setPlace({ clientId: client.id, place: 'before' })
  await api.handOver.begin({ sessionId: log.session.id })
  const { asked } = (await api.handOver.form()).ownWords
  await api.handOver.saveAnswers({
    answers: { 'phq-9': { 'phq9-9': { value: 1, missingReason: null } } },
    comment: '',
    ownRatings: Object.fromEntries(asked.map((wording) => [wording.id, 4])),
  })
  await api.handOver.finish({ stopped: true })
  await api.handOver.return({ passphrase: rightPassphrase })
  for (const { id } of (await api.risk.ofSession({ sessionId: log.session.id })).risks) {
    await api.risk.acknowledge({ id, note: texts.riskNote })
    await api.risk.close({ id, note: texts.closedNote })
  }
  await api.clients.setOutcomeBaseline({
    id: client.id,
    instrumentId: 'phq-9',
    sessionId: log.session.id,
  })

  const second = sessionLog(client.id, { session: { number: 2, date: '2026-03-18' } })
  await api.sessions.save({ log: second, expectedRevision: 0 })
  await api.foresight.setOn({ isOn: true })
  // Only a rating that the client will be asked for can be foreseen.
  await api.clients.setForms({ id: client.id, instrumentIds: ['phq-9', 'attune-alliance-client'] })
  await api.foresight.seal({ sessionId: second.session.id, foreseen: 'lower' })
  await api.clients.setForms({ id: client.id, instrumentIds: ['phq-9'] })
  await api.drafts.save({
    sessionId: second.session.id,
    clientId: client.id,
    baseRevision: 1,
    log: { ...second, session: { ...second.session, notes: texts.draft } },
  })
  await api.drafts.saveForm({
    form: 'client',
    subject: client.id,
    clientId: client.id,
    content: JSON.stringify({ notes: texts.formDraft }),
  })
  await api.repairs.close({
    sessionId: log.session.id,
    isOfFall: false,
    isOfNote: true,
    how: 'understood',
    words: texts.closedRupture,
  })
  await api.together.say({ sessionId: log.session.id, said: texts.saidTogether })
  await api.formPlans.decline({ clientId: client.id, instrumentId: 'phq-9' })
  await api.ownWords.reword({ id: goalId, words: texts.reworded })
  await api.drafts.saveForm({
    form: 'own-words',
    subject: client.id,
    clientId: client.id,
    content: JSON.stringify({ words: texts.halfWords }),
  })
  await api.drafts.saveForm({
    form: 'repair-closing',
    subject: log.session.id,
    clientId: client.id,
    content: JSON.stringify({ words: texts.halfClosed }),
  })
  await api.clients.setLead({ id: client.id, series: 'client/attune-alliance-client/alliance' })
  db.prepare(
    `INSERT INTO prompt_answers VALUES (?, ?, 'a-rule', 1, 1, 'helpful', NULL, ?, ?, '2026-03-18T15:00:00.000Z', NULL)`,
  ).run(randomUUID(), client.id, texts.promptNote, JSON.stringify(promptWith(texts.promptWords)))
  // Eight rated sessions would bring one.
  db.prepare(
    `INSERT INTO own_spreads VALUES ('therapist/attune-alliance-therapist/alliance', ?, 0.5, 9)`,
  ).run(client.id)
  db.prepare(
    `INSERT INTO attention_looked_at VALUES (?, 'noted', ?, '2026-04-01', '2026-03-18T15:00:00.000Z')`,
  ).run(client.id, texts.lookedAt)
  const itemId = randomUUID()
  await api.supervision.add({ id: itemId, kind: 'session', sessionId: log.session.id })
  await api.supervision.setQuestion({ id: itemId, question: texts.agendaQuestion })
  await api.supervision.saveMeeting({
    id: randomUUID(),
    heldOn: '2026-03-18',
    takenAlong: '',
    leftUnsaid: true,
    answers: null,
    discussed: [{ itemId, agreement: { id: randomUUID(), text: texts.agreement } }],
  })
  // A pseudonym says nothing about the client, so it is not among the texts: it stays, for the next bundle to withdraw.
  const contactId = randomUUID()
  db.prepare(
    `INSERT INTO contacts (id, name, state, keys, signing, added_at) VALUES (?, 'Ada', 'new', '{}', ?, '2026-03-18T15:00:00.000Z')`,
  ).run(contactId, contactId)
  db.prepare('INSERT INTO client_pseudonyms VALUES (?, ?, ?)').run(contactId, client.id, randomUUID())
  db.prepare(
    `INSERT INTO sharing_consents VALUES (?, ?, NULL, NULL, '2026-03-01', 'in-person', ?, NULL, '2026-03-01T15:00:00.000Z')`,
  ).run(randomUUID(), client.id, texts.consent)
  const bundleId = randomUUID()
  db.prepare(`INSERT INTO sent_bundles VALUES (?, ?, 'Ada', '2026-03-18T15:00:00.000Z', 0, 1, 0)`).run(
    bundleId,
    contactId,
  )
  const shared = {
    clientId: client.id,
    question: texts.sharedQuestion,
    series: [],
    sessions: { kind: 'all' },
    withDates: false,
    withRuptures: true,
    withNotes: false,
    withWords: false,
    withAgreements: false,
  }
  db.prepare('INSERT INTO sent_clients VALUES (?, ?, ?, ?)').run(
    bundleId,
    client.id,
    '7QF3-K9MW',
    JSON.stringify(shared),
  )
  db.prepare(
    `INSERT INTO supervisor_comments VALUES (?, ?, 'Ada', ?, ?, ?, NULL, '2026-03-18T15:00:00.000Z', NULL)`,
  ).run(
    randomUUID(),
    contactId,
    client.id,
    JSON.stringify({ kind: 'session', session: 1 }),
    texts.supervisorComment,
  )
  // It holds no text: numbers and random ids.
  db.prepare('INSERT INTO shared_numbers VALUES (?, 1, ?)').run(client.id, log.session.id)
  await api.rights.keep({ clientId: client.id, until: '2030-01-01', reason: texts.keptBecause })
  // A form that was in the client's hands when the process ended; opening the vault would turn it into answers.
  db.prepare(
    'INSERT INTO hand_over_drafts (session_id, answers, comment, updated_at) VALUES (?, ?, ?, ?)',
  ).run(second.session.id, '{}', texts.halfFilled, '2026-03-18T15:00:00.000Z')
  // Last, because every change before removes it. It holds no text of the client's.
  db.prepare(`INSERT OR REPLACE INTO client_gists VALUES (?, 'an earlier Attune', '{}', '{}', 0, NULL)`).run(
    client.id,
  )
  return { clientId: client.id, sessionIds: [log.session.id, second.session.id], texts: Object.values(texts) }
}
