import { expect, test } from 'vitest'
import type { FileToImport, ImportPlan } from '#shared/imports/import-preview.ts'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { phqFile, phqRow } from './testing/phq-file.ts'

const planned = (plan: ImportPlan) => {
  if (plan.kind !== 'plan') throw new Error(`refused: ${plan.refusal.code}`)
  return plan
}
const problemsOf = (plan: ImportPlan) => planned(plan).problems.listed.map(({ row, code }) => [row, code])

async function run({ api }: TestVault, file: FileToImport, leavesOut = false) {
  const answer = await api.imports.run({ file, leavesOut })
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer.plan))
  return answer.done
}

const counts = ({ db }: TestVault) =>
  Object.fromEntries(
    ['clients', 'sessions', 'responses', 'session_scores', 'risk_answers'].map((table) => [
      table,
      db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
    ]),
  )
const kinds = ({ db }: TestVault) =>
  db.prepare('SELECT kind FROM audit_entries ORDER BY sequence').pluck().all()

/** A client with one held session, which has no form. */
async function withSession(vault: TestVault, change: object = {}) {
  const client = clientEntry({ code: 'Ash' })
  await vault.api.clients.create(client)
  const log = sessionLog(client.id, { session: { number: 4, date: '2026-03-02', ...change } })
  await vault.api.sessions.save({ log, expectedRevision: 0, isOverOther: false })
  return { client, log }
}

test('a preview counts what would come, and changes nothing', async () => {
  const vault = createTestVault()
  const plan = await vault.api.imports.preview(
    phqFile([
      phqRow('Ash', '2026-02-02', 1, 1, 2),
      phqRow('ash', '2026-02-09', 2),
      phqRow('Elm', '2026-02-03', 1),
    ]),
  )
  expect(plan).toMatchObject({
    brings: { newClients: 2, newSessions: 3, extendedSessions: 0, forms: 3, risks: 0 },
    newCodes: ['Ash', 'Elm'],
    unchanged: 0,
    problems: { listed: [], further: 0 },
  })
  expect(counts(vault)).toMatchObject({ clients: 0, sessions: 0 })
})

test('an import makes clients, sessions, answers and scores, and the log says so', async () => {
  const vault = createTestVault()
  await run(vault, phqFile([phqRow('Ash', '2026-02-02', 1, 1, 2, '', 3), phqRow('Ash', '2026-02-09', 2)]))
  const [listed] = await vault.api.clients.list()
  expect(listed?.client).toMatchObject({ code: 'Ash', status: 'active', startedOn: '2026-02-02' })
  const [session] = await vault.api.sessions.onDay({ clientId: listed?.client.id ?? '', date: '2026-02-02' })
  const log = await vault.api.sessions.get({ id: session?.id ?? '' })
  expect(log.session).toMatchObject({ number: 1, status: 'held', guess: 'skipped', closedAt: null })
  expect(log.responses).toHaveLength(1)
  expect(log.responses[0]).toMatchObject({
    instrumentId: 'phq-9',
    rater: 'client',
    occasion: 'before',
    recordedAt: '2026-02-02T12:00:00.000Z',
    answers: {
      'phq9-2': { value: 2, missingReason: null },
      'phq9-3': { value: null, missingReason: 'skipped' },
    },
  })
  expect(counts(vault)['session_scores']).toBeGreaterThan(0)
  expect(kinds(vault)).toEqual(expect.arrayContaining(['client-created', 'ratings-imported']))
})

test('fault 299: the same file again changes nothing, also with one more row', async () => {
  const vault = createTestVault()
  const rows = [phqRow('Ash', '2026-02-02', 1, 1), phqRow('Ash', '2026-02-09', 2, 2)]
  await run(vault, phqFile(rows))
  const before = counts(vault)
  const again = await vault.api.imports.run({ file: phqFile(rows), leavesOut: false })
  expect(again).toMatchObject({
    kind: 'not-done',
    plan: { unchanged: 2, brings: { forms: 0, newSessions: 0 } },
  })
  expect(counts(vault)).toEqual(before)
  await run(vault, phqFile([...rows, phqRow('Ash', '2026-02-16', 3, 2)]))
  expect(counts(vault)).toMatchObject({ clients: 1, sessions: 3, responses: 3 })
})

test('nothing is saved while a row has a problem, unless such rows are to be left out', async () => {
  const vault = createTestVault()
  const file = phqFile([phqRow('Ash', '2026-02-02', 1), phqRow('Ash', '2026-02-09', 2, 9)])
  expect(await vault.api.imports.run({ file, leavesOut: false })).toMatchObject({
    kind: 'not-done',
    plan: { problems: { listed: [{ row: 3, code: 'answer-not-possible', column: 'phq9-1', text: '9' }] } },
  })
  expect(counts(vault)).toMatchObject({ clients: 0, sessions: 0 })
  await run(vault, file, true)
  expect(counts(vault)).toMatchObject({ clients: 1, sessions: 1 })
})

test('a form joins the session of its number, or the only one of its day', async () => {
  const vault = createTestVault()
  const { log } = await withSession(vault)
  await run(vault, phqFile([phqRow('ASH', '', 4, 1)]))
  const gad = phqFile([phqRow('Ash', '2026-03-02', '', 2)], { occasion: 'after' })
  await run(vault, gad)
  const { responses, revision } = await vault.api.sessions.get({ id: log.session.id })
  expect(responses.map(({ occasion }) => occasion)).toEqual(['before', 'after'])
  expect(revision).toBe(1)
  expect(counts(vault)).toMatchObject({ clients: 1, sessions: 1 })
})

test('sessions without numbers get them in the order of their days', async () => {
  const vault = createTestVault()
  await run(
    vault,
    phqFile([phqRow('Ash', '2026-02-09', ''), phqRow('Ash', '2026-02-02', '')], { session: null }),
  )
  expect(vault.db.prepare('SELECT number, date FROM sessions ORDER BY number').raw().all()).toEqual([
    [1, '2026-02-02'],
    [2, '2026-02-09'],
  ])
})

test('what does not go with the vault is a problem of its row', async () => {
  const vault = createTestVault()
  await withSession(vault)
  const of = async (...rows: string[]) => problemsOf(await vault.api.imports.preview(phqFile(rows)))
  expect(await of(phqRow('Ash', '', 7))).toEqual([[2, 'needs-date']])
  expect(await of(phqRow('Ash', '2027-01-01', 7))).toEqual([[2, 'in-future']])
  expect(await of(phqRow('Ash', '2026-03-03', 4))).toEqual([[2, 'other-date']])
  expect(await of(phqRow('Ash', '2026-02-20', ''))).toEqual([[2, 'earlier-than-others']])
  expect(await of(phqRow('Elm', '2026-03-03', 1), phqRow('Elm', '2026-03-04', 1, 1))).toEqual([
    [3, 'two-dates'],
  ])
  await run(vault, phqFile([phqRow('Ash', '2026-03-02', 4, 1)]))
  expect(await of(phqRow('Ash', '2026-03-02', 4, 2))).toEqual([[2, 'other-answers']])
})

test('a session that did not take place gets no form', async () => {
  const vault = createTestVault()
  await withSession(vault, { status: 'no-show' })
  const plan = await vault.api.imports.preview(phqFile([phqRow('Ash', '2026-03-02', 4)]))
  expect(problemsOf(plan)).toEqual([[2, 'not-held']])
})

test('a questionnaire of clients takes no rating of a therapist, and own checks are of no session', async () => {
  const vault = createTestVault()
  const file = phqFile([phqRow('Ash', '2026-03-02', 4)], { rater: { kind: 'one', rater: 'therapist' } })
  expect(problemsOf(await vault.api.imports.preview(file))).toEqual([[2, 'other-rater']])
})

test('a new code that looks like another client’s is a problem, in the vault and in the file', async () => {
  const vault = createTestVault()
  await vault.api.clients.create(clientEntry({ code: 'K01' }))
  const plan = await vault.api.imports.preview(
    phqFile([phqRow('KO1', '2026-02-02', 1), phqRow('Elm', '2026-02-02', 1), phqRow('Εlm', '2026-02-02', 1)]),
  )
  expect(planned(plan).problems.listed).toEqual([
    { row: 2, code: 'code-looks-alike', column: 'KO1', text: 'K01' },
    { row: 4, code: 'code-looks-alike', column: 'Εlm', text: 'Elm' },
  ])
})

test('a day with a missed and a held session means the one that was held', async () => {
  const vault = createTestVault()
  const { client, log } = await withSession(vault)
  const missed = sessionLog(client.id, { session: { number: 5, date: '2026-03-02', status: 'no-show' } })
  await vault.api.sessions.save({ log: missed, expectedRevision: 0, isOverOther: false })
  await run(vault, phqFile([phqRow('Ash', '2026-03-02', '')]))
  expect((await vault.api.sessions.get({ id: log.session.id })).responses).toHaveLength(1)
})

test('answers that ask for attention are counted before, and open their path', async () => {
  const vault = createTestVault()
  const file = phqFile([phqRow('Ash', '2026-02-02', 1, 0, 0, 0, 0, 0, 0, 0, 0, 2)])
  expect(planned(await vault.api.imports.preview(file)).brings.risks).toBe(1)
  await run(vault, file)
  expect((await vault.api.today.get()).risks).toHaveLength(1)
  expect(kinds(vault)).toContain('risk-endorsed')
})

test('real ratings do not join a fictional client', async () => {
  const vault = createTestVault()
  await vault.api.sample.load()
  const [fictional] = await vault.api.clients.list()
  const plan = await vault.api.imports.preview(
    phqFile([phqRow(fictional?.client.code ?? '', '2026-02-02', 1)]),
  )
  expect(problemsOf(plan)).toEqual([[2, 'client-fictional']])
})

test('the emotions of a session whose guess is open are neither brought in nor compared', async () => {
  const vault = createTestVault()
  await withSession(vault)
  const emotions = (await vault.api.instruments.list()).find(({ id }) => id === 'attune-emotions-client')
  if (!emotions) throw new Error('there is no such form')
  const file = phqFile([phqRow('Ash', '2026-03-02', 4)], {
    instrument: { id: emotions.id, version: emotions.version },
    occasion: 'after',
    items: emotions.items.map(({ id }, at) => ({ item: id, column: 3 + at })),
  })
  expect(problemsOf(await vault.api.imports.preview(file))).toEqual([[2, 'guess-open']])
})

test('undoing an import removes all that it brought', async () => {
  const vault = createTestVault()
  const { log } = await withSession(vault)
  const before = counts(vault)
  const risky = phqRow('Ash', '2026-03-02', 4, 0, 0, 0, 0, 0, 0, 0, 0, 2)
  const { id } = await run(vault, phqFile([risky, phqRow('Elm', '2026-02-09', 1)]))
  expect(await vault.api.imports.done()).toMatchObject([
    { id, brought: { newClients: 1, extendedSessions: 1 } },
  ])
  expect(await vault.api.imports.undo({ id })).toEqual({
    clients: 1,
    sessions: 1,
    forms: 2,
    ownRatings: 0,
    texts: 0,
    kept: 0,
  })
  expect(counts(vault)).toEqual(before)
  expect((await vault.api.sessions.get({ id: log.session.id })).responses).toEqual([])
  expect(await vault.api.imports.done()).toEqual([])
  expect(kinds(vault)).toContain('import-taken-back')
  await expect(vault.api.imports.undo({ id })).rejects.toMatchObject({ code: 'removal-final' })
})

test('fault 300: undoing an import keeps each session and client that somebody has worked with since', async () => {
  const vault = createTestVault()
  const { id } = await run(
    vault,
    phqFile([phqRow('Ash', '2026-02-02', 1), phqRow('Ash', '2026-02-09', 2), phqRow('Elm', '2026-02-09', 1)]),
  )
  const [ash] = await vault.api.clients.list()
  const [first] = await vault.api.sessions.onDay({ clientId: ash?.client.id ?? '', date: '2026-02-02' })
  const { session, events, ruptureNote, revision } = await vault.api.sessions.get({ id: first?.id ?? '' })
  await vault.api.sessions.save({
    log: {
      session: { ...session, notes: 'Mine' },
      events,
      ruptureNote,
      responses: [],
    },
    expectedRevision: revision,
    isOverOther: false,
  })
  expect(await vault.api.imports.undo({ id })).toMatchObject({ clients: 1, sessions: 2, forms: 2, kept: 2 })
  expect(counts(vault)).toMatchObject({ clients: 1, sessions: 1, responses: 1 })
})

test('therapist ratings that an import added to a session go again, and the therapist’s own stay', async () => {
  const vault = createTestVault()
  const { log } = await withSession(vault, { guess: 'skipped' })
  const file = phqFile([phqRow('Ash', '2026-03-02', 4, 6)], {
    instrument: { id: 'attune-own-empathy', version: 2 },
    rater: { kind: 'one', rater: 'therapist' },
    items: [{ item: 'own-empathy', column: 3 }],
  })
  const { id } = await run(vault, file)
  expect((await vault.api.sessions.get({ id: log.session.id })).responses).toHaveLength(1)
  await vault.api.imports.undo({ id })
  const after = await vault.api.sessions.get({ id: log.session.id })
  expect(after.responses).toEqual([])
  expect(after.session).toEqual(log.session)
})

test('a form whose risk answer was acknowledged stays', async () => {
  const vault = createTestVault()
  await withSession(vault)
  const { id } = await run(vault, phqFile([phqRow('Ash', '2026-03-02', 4, 0, 0, 0, 0, 0, 0, 0, 0, 2)]))
  const [risk] = (await vault.api.today.get()).risks
  await vault.api.risk.acknowledge({ id: risk?.id ?? '', note: 'Called' })
  expect(await vault.api.imports.undo({ id })).toMatchObject({ clients: 0, sessions: 0, forms: 0, kept: 1 })
  expect(counts(vault)).toMatchObject({ responses: 1, risk_answers: 1 })
})
