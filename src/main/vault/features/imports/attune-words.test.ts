import { expect, test } from 'vitest'
import { wordColumns } from '#shared/exports/words-table.ts'
import { toCsv, type CsvCell } from '#shared/csv/csv.ts'
import type { FileToImport } from '#shared/imports/import-preview.ts'
import { clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { phqFile, phqRow } from './testing/phq-file.ts'
import { planOf, problemsOf, runImport } from './testing/own-table.ts'

type Row = Partial<Record<(typeof wordColumns)[number], CsvCell>>

const feelings = { instrument: 'attune-feelings-after', version: 1, rater: 'therapist', occasion: 'after' }
const columns = {
  all: wordColumns,
  earlier: wordColumns.filter((name) => name !== 'fictional' && name !== 'date'),
}

/** A table of words, as Attune exports it. Its rows are of the first session of Ash. */
function wordsFile(rows: readonly Row[], which: keyof typeof columns = 'all'): FileToImport {
  const usual: Row = { client: 'Ash', fictional: 0, session: 1, date: '2026-03-02', kind: 'note' }
  const cells = rows.map((row) => columns[which].map((column) => ({ ...usual, ...row })[column] ?? null))
  return { kind: 'attune', format: 'words', text: toCsv(columns[which], cells).replace(/^\u{feff}/u, '') }
}

const all = wordsFile([
  { text: 'A note, “quoted”\nin two lines' },
  { kind: 'comment', ...feelings, text: '=It was good' },
  { kind: 'word', ...feelings, id: 'pride', text: 'Pride' },
  { kind: 'word', ...feelings, id: 'liking', text: 'Liking' },
])

/** Ash with one session, in which the therapist filled in how they felt. */
async function withAsh(change: object = {}, form: object = {}) {
  const vault = createTestVault()
  const client = clientEntry({ code: 'Ash' })
  await vault.api.clients.create(client)
  const responses = [therapistResponse('attune-feelings-after', { supportive: 3, inadequate: 1 }, form)]
  const log = sessionLog(client.id, { session: { date: '2026-03-02', ...change }, responses })
  await vault.api.sessions.save({ log, expectedRevision: 0 })
  return { vault, id: log.session.id }
}

async function textsIn({ api }: TestVault, id: string) {
  const { session, responses } = await api.sessions.get({ id })
  return [session.notes, responses[0]?.comment, responses[0]?.words]
}

test('notes, comments and picked words come back into sessions that have none, and only once', async () => {
  const { vault, id } = await withAsh()
  const text = all.kind === 'attune' ? all.text : ''
  expect(await vault.api.imports.survey({ text, place: null })).toEqual({ kind: 'attune', format: 'words' })
  expect(await planOf(vault, all)).toMatchObject({
    brings: { newSessions: 0, forms: 0, texts: 3 },
    problems: { listed: [] },
  })
  const done = await runImport(vault, all)
  const whole = ['A note, “quoted”\nin two lines', '=It was good', ['pride', 'liking']]
  expect(await textsIn(vault, id)).toEqual(whole)
  expect((await vault.api.sessions.get({ id })).revision).toBe(2)
  expect(await planOf(vault, all)).toMatchObject({ brings: { texts: 0 }, unchangedTexts: 3 })
  expect(await vault.api.imports.run({ file: all, leavesOut: false })).toMatchObject({ kind: 'not-done' })

  expect(await vault.api.imports.undo({ id: done })).toEqual({
    clients: 0,
    sessions: 0,
    forms: 0,
    ownRatings: 0,
    texts: 3,
    kept: 0,
  })
  expect(await textsIn(vault, id)).toEqual(['', '', []])
})

test('fault 392: a session that has another text keeps it, and the row says so', async () => {
  const { vault, id } = await withAsh({ notes: 'Mine.' }, { comment: 'Mine, too.', words: ['liking'] })
  expect((await planOf(vault, all)).problems.listed.map(({ row, code, text }) => [row, code, text])).toEqual([
    [2, 'other-text', 'note'],
    [3, 'other-text', 'comment'],
    [4, 'other-text', 'words'],
  ])
  expect(await vault.api.imports.run({ file: all, leavesOut: true })).toMatchObject({ kind: 'not-done' })
  expect(await textsIn(vault, id)).toEqual(['Mine.', 'Mine, too.', ['liking']])
})

test('fault 392: what a session lacks comes in beside the text that it keeps', async () => {
  const { vault, id } = await withAsh({ notes: 'Mine.' }, { words: ['liking'] })
  expect(await planOf(vault, all)).toMatchObject({ brings: { texts: 1 } })
  await runImport(vault, all)
  expect(await textsIn(vault, id)).toEqual(['Mine.', '=It was good', ['liking']])
})

test('fault 392: a text of another session, form, client or vault comes into none', async () => {
  const { vault, id } = await withAsh()
  const of = (row: Row) => problemsOf(vault, wordsFile([{ text: 'Words', ...row }]))
  expect(await of({ session: 2, date: '2026-03-09' })).toEqual([[2, 'session-missing']])
  expect(await of({ date: '2026-03-03' })).toEqual([[2, 'other-date']])
  expect(await of({ client: 'Elm' })).toEqual([[2, 'session-missing']])
  expect(await of({ client: 'Аsh' })).toEqual([[2, 'code-looks-alike']])
  expect(await of({ fictional: 1 })).toEqual([[2, 'client-fictional']])
  expect(await of({ kind: 'comment', ...feelings, version: 9 })).toEqual([[2, 'form-missing']])
  expect(await of({ kind: 'word', ...feelings, id: 'hunger' })).toEqual([[2, 'word-not-possible']])
  const hidden = { instrument: 'attune-emotions-client', version: 1, rater: 'client', occasion: 'after' }
  expect(await of({ kind: 'comment', ...hidden })).toEqual([[2, 'guess-open']])
  expect(await textsIn(vault, id)).toEqual(['', '', []])
})

test('a table of an Attune that wrote neither the day nor whether a client is fictional is read, too', async () => {
  const { vault, id } = await withAsh()
  const file = wordsFile([{ text: 'Earlier.' }], 'earlier')
  const text = file.kind === 'attune' ? file.text : ''
  expect(await vault.api.imports.survey({ text, place: null })).toEqual({ kind: 'attune', format: 'words' })
  await runImport(vault, file)
  expect((await textsIn(vault, id))[0]).toBe('Earlier.')
})

test('what was final keeps its earlier version', async () => {
  const { vault, id } = await withAsh({ closedAt: '2026-03-03T09:00:00.000Z' })
  const before = (await vault.api.sessions.versions({ id })).length
  await runImport(vault, all)
  const versions = await vault.api.sessions.versions({ id })
  expect(versions).toHaveLength(before + 1)
  expect(versions.map(({ session }) => session.notes)).not.toContain('A note, “quoted”\nin two lines')
})

test('fault 393: a text that was changed since stays when an import is undone', async () => {
  const { vault, id } = await withAsh()
  const done = await runImport(vault, all)
  const { session, revision, responses } = await vault.api.sessions.get({ id })
  const log = sessionLog(session.clientId, {
    session: { ...session, notes: 'Changed.' },
    responses: [...responses],
  })
  await vault.api.sessions.save({ log, expectedRevision: revision })
  expect(await vault.api.imports.undo({ id: done })).toMatchObject({ texts: 2, kept: 1 })
  expect(await textsIn(vault, id)).toEqual(['Changed.', '', []])
})

test('undoing texts takes them out of a session of an earlier import, which then stays with all that it has', async () => {
  const vault = createTestVault()
  const earlier = await runImport(vault, phqFile([phqRow('Ash', '2026-03-02', 1, 1, 2)]))
  const id = String(vault.db.prepare('SELECT id FROM sessions').pluck().get())
  const imported = await vault.api.sessions.get({ id })
  const texts = await runImport(vault, wordsFile([{ text: 'A note' }]))
  expect(await vault.api.imports.undo({ id: texts })).toMatchObject({ texts: 1, kept: 0 })
  const left = await vault.api.sessions.get({ id })
  expect([left.session, left.responses]).toEqual([imported.session, imported.responses])

  expect(await vault.api.imports.undo({ id: earlier })).toMatchObject({ sessions: 0, forms: 0, kept: 2 })
  expect(await vault.api.sessions.get({ id })).toEqual(left)
})

test('fault 394: a table of words that doesn’t hold together is refused with its row', async () => {
  const { vault } = await withAsh()
  const refusalOf = (row: Row) =>
    vault.api.imports.preview(wordsFile([{ text: 'A note\nin two lines' }, { text: 'Words', ...row }]))
  for (const row of [
    {},
    { ...feelings },
    { kind: 'comment' },
    { kind: 'word', ...feelings },
    { kind: 'other' },
    { session: 1, date: '2026-03-03', kind: 'comment', ...feelings },
  ])
    expect(await refusalOf(row), JSON.stringify(row)).toEqual({
      kind: 'refused',
      refusal: { code: 'damaged', row: 3 },
    })
})
