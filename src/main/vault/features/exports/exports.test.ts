import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ExportChoice } from '#shared/contract/operations/exports.ts'
import { readCsv } from '#shared/csv/read-csv.ts'
import { exportedSessionSchema } from '#shared/exports/exported-ratings.ts'
import { ownWordsColumns } from '#shared/exports/own-words-table.ts'
import { createReader } from '../../reading/reader.ts'
import { readHere } from '../../testing/read-here.ts'
import { clientEntry, sessionLog, therapistResponse } from '../../testing/entries.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createTestVault, rightPassphrase, type TestVault } from '../../testing/test-vault.ts'

const everything = {
  clientId: null,
  formats: ['tables', 'fhir'],
  withWords: true,
  withPrivate: false,
} as const
const reader = createReader({ connect: readHere })

async function exportTo(vault: TestVault, choice: Partial<ExportChoice> = {}) {
  const place = temporaryFolder()
  const token = vault.grant('ratings-folder', place)
  const whole = { ...everything, ...choice, formats: [...(choice.formats ?? everything.formats)] }
  const saved = await vault.api.exports.save({ ...whole, token })
  const folder = join(place, saved.folder)
  const text = (name: string) => readFileSync(join(folder, name), 'utf8')
  return { place, folder, saved, text, names: readdirSync(folder).toSorted() }
}

const preview = (vault: TestVault, choice: Partial<ExportChoice> = {}) =>
  vault.api.exports.preview({
    ...everything,
    ...choice,
    formats: [...(choice.formats ?? everything.formats)],
  })

/** Two clients with sessions and one without; the last session has an own-empathy rating with a comment. */
async function someRatings(comment = 'a good word') {
  const vault = createTestVault()
  const [first, second, third] = [
    clientEntry({ code: '=Q1' }),
    clientEntry({ code: 'שלום' }),
    clientEntry({ code: 'New' }),
  ]
  for (const client of [first, second, third]) await vault.api.clients.create(client)
  const missed = sessionLog(first.id, { session: { status: 'no-show', notes: 'did not come' } })
  const held = sessionLog(second.id, {
    responses: [therapistResponse('attune-own-empathy', { 'own-empathy': 7 }, { comment })],
  })
  for (const log of [missed, held]) await vault.api.sessions.save({ log, expectedRevision: 0 })
  return { vault, first, second, third }
}

const entriesOf = ({ db }: TestVault) =>
  db.prepare(`SELECT client_id, count FROM audit_entries WHERE kind = 'ratings-exported'`).raw().all()

test('ratings leave as files for their owner only, and the audit log counts the sessions', async () => {
  const { vault, second } = await someRatings()
  const { saved, folder, names } = await exportTo(vault)
  expect(saved).toEqual({ folder: 'Attune ratings 2026-03-20', files: 8, sessions: 2 })
  expect(names).toEqual([
    'codebook.csv',
    'ratings-long.csv',
    'ratings-wide.csv',
    'ratings-words.csv',
    'ratings.fhir.json',
    'read-ratings.R',
    'read-ratings.sps',
    'redcap-dictionary.csv',
  ])
  for (const name of names) expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600)
  await exportTo(vault, { clientId: second.id, formats: ['fhir'] })
  expect(entriesOf(vault)).toEqual([
    [null, 2],
    [second.id, 1],
  ])
})

test('what leaves comes back through the reader as the same ratings, from the tables and from FHIR', async () => {
  const vault = createTestVault()
  await vault.api.sample.load()
  const { text, saved } = await exportTo(vault)
  const [tables, bundle] = [
    await reader.readRatings({
      kind: 'rating-tables',
      text: text('ratings-long.csv'),
      words: text('ratings-words.csv'),
    }),
    await reader.readRatings({ kind: 'rating-bundle', text: text('ratings.fhir.json') }),
  ]
  expect(tables).toEqual(bundle)
  if (tables.kind !== 'read') throw new Error('the tables were refused')
  expect(tables.sessions).toHaveLength(saved.sessions)
  const [client] = await vault.api.clients.list()
  const read = tables.sessions.filter((each) => each.client === client!.client.code)
  for (const session of read) {
    const id = vault.db
      .prepare('SELECT id FROM sessions WHERE client_id = ? AND number = ?')
      .pluck()
      .get(client!.client.id, session.number)
    const kept = await vault.api.sessions.get({ id: String(id) })
    const forms = kept.responses.map(({ id: _id, ...form }) => form)
    expect(session.forms.map(({ scores: _scores, ...form }) => form)).toEqual(forms)
    expect(session.notes).toBe(kept.session.notes)
  }
}, 120_000)

test('the reader refuses a table that was damaged, and a bundle of others, as a whole', async () => {
  const { vault } = await someRatings()
  const { text } = await exportTo(vault)
  const table = text('ratings-long.csv').replace(/,7,"answered"/, ',"7 of 10","answered"')
  expect(await reader.readRatings({ kind: 'rating-tables', text: table, words: null })).toEqual({
    kind: 'refused',
    problem: { code: 'unreadable-row', line: 4 },
  })
  const bundle = text('ratings.fhir.json').replace('"collection"', '"searchset"')
  expect(await reader.readRatings({ kind: 'rating-bundle', text: bundle })).toMatchObject({
    kind: 'refused',
    problem: { code: 'not-ratings' },
  })
})

test('the preview says what the files hold, row by row and column by column', async () => {
  const { vault } = await someRatings()
  for (const choice of [{}, { withWords: false }, { formats: ['tables' as const] }]) {
    const { files } = await preview(vault, choice)
    const { text, names } = await exportTo(vault, choice)
    expect(files.map(({ name }) => name).toSorted()).toEqual(names)
    for (const { name, rows, columns } of files.filter((each) => each.name.endsWith('.csv'))) {
      const [header, ...found] = [...readCsv(text(name))]
      expect([name, found.length, header?.cells.length]).toEqual([name, rows, columns])
    }
    const bundle = files.find(({ name }) => name.endsWith('.json'))
    if (bundle) expect(text(bundle.name).match(/"fullUrl"/g)).toHaveLength(bundle.rows!)
  }
})

test('clients without a session are counted and in no file, and one alone is refused', async () => {
  const { vault, third } = await someRatings()
  expect(await preview(vault)).toMatchObject({ clients: 2, clientsLeftOut: 1, sessions: 2 })
  const { text } = await exportTo(vault)
  expect(text('ratings-long.csv')).not.toContain('New')
  expect(await preview(vault, { clientId: third.id })).toMatchObject({ sessions: 0, files: [] })
  await expect(exportTo(vault, { clientId: third.id })).rejects.toMatchObject({ code: 'nothing-to-export' })
  await expect(exportTo(vault, { formats: [] })).rejects.toMatchObject({ code: 'nothing-to-export' })
})

test('ratings in own words leave as a long table with its codebook; the words only if they are asked for', async () => {
  const { vault, second } = await someRatings()
  const { api } = vault
  const words = '=cmd|sleep;=1'
  const id = randomUUID()
  await api.ownWords.add({ id, clientId: second.id, kind: 'problem', words })
  const sessionId = String(
    vault.db.prepare('SELECT id FROM sessions WHERE client_id = ?').pluck().get(second.id),
  )
  await api.handOver.begin({ sessionId })
  const wordingId = (await api.handOver.form()).ownWords.asked[0]!.id
  await api.handOver.saveAnswers({ answers: {}, comment: '', ownRatings: { [wordingId]: 0 } })
  await api.handOver.finish({ stopped: true })
  await api.handOver.return({ passphrase: rightPassphrase })
  for (const withWords of [true, false]) {
    const { files } = await preview(vault, { withWords })
    const { text, names, saved } = await exportTo(vault, { withWords })
    expect(names).toHaveLength(saved.files)
    expect(files.map(({ name }) => name).toSorted()).toEqual(names)
    const cellsOf = (name: string) => [...readCsv(text(name))].map((row) => row?.cells ?? [])
    const [header, ...rows] = cellsOf('ratings-own-words.csv')
    expect(header).toEqual([...ownWordsColumns])
    expect(rows).toEqual([
      [
        'שלום',
        '0',
        '1',
        '2026-03-16',
        'problem',
        '1',
        '1',
        '2026-03-20T15:00:00.000Z',
        '0',
        withWords ? words : null,
      ],
    ])
    const book = cellsOf('codebook.csv')
    const described = book.filter(([file]) => file === 'ratings-own-words.csv')
    expect(described.map(([, variable]) => variable)).toEqual([...ownWordsColumns])
    expect(book.length - 1).toBe(files.find(({ name }) => name === 'codebook.csv')?.rows)
    for (const name of names) if (!withWords) expect(text(name), name).not.toContain('sleep')
    const bundle = text('ratings.fhir.json')
    expect(bundle.match(/own-words-kind/g) ?? []).toHaveLength(withWords ? 1 : 0)
    expect(bundle.match(/"fullUrl"/g)).toHaveLength(files.find(({ name }) => name.endsWith('.json'))!.rows!)
  }
  expect((await exportTo(vault, { formats: ['fhir'] })).names).toEqual(['ratings.fhir.json'])
})

test('without words no file holds a note or a comment', async () => {
  const { vault } = await someRatings()
  const { text, names } = await exportTo(vault, { withWords: false })
  expect(names).not.toContain('ratings-words.csv')
  for (const name of names) expect(text(name), name).not.toMatch(/a good word|did not come/)
})

test('fictional clients leave only if there are no others', async () => {
  const { vault } = await someRatings()
  await vault.api.sample.load()
  expect(await preview(vault)).toMatchObject({ clients: 2, fictionalLeftOut: 12 })
  const { text } = await exportTo(vault)
  expect(text('ratings-long.csv')).not.toContain('Harbour')
}, 120_000)

test('the client’s emotions stay hidden until the guess is sealed', async () => {
  const { vault, first } = await someRatings()
  const log = sessionLog(first.id, { session: { number: 2 } })
  await vault.api.sessions.save({ log, expectedRevision: 0 })
  await vault.api.handOver.begin({ sessionId: log.session.id })
  await vault.api.handOver.saveAnswers({
    answers: { 'attune-emotions-client': { joy: { value: 3, missingReason: null } } },
    comment: '',
  })
  await vault.api.handOver.finish({ stopped: true })
  await vault.api.handOver.return({ passphrase: rightPassphrase })
  expect(await preview(vault)).toMatchObject({ hiddenForms: 1 })
  const { text } = await exportTo(vault)
  expect(text('ratings-long.csv')).not.toContain('attune-emotions-client')
  vault.db.exec(`UPDATE sessions SET guess = 'skipped'`)
  expect(await preview(vault)).toMatchObject({ hiddenForms: 0 })
  expect((await exportTo(vault)).text('ratings-long.csv')).toContain('attune-emotions-client')
}, 120_000)

test('fault 140: codes and words that a spreadsheet would run stay text, and come back exactly', async () => {
  const comment = `=HYPERLINK("http://x")\r\n${'ש'.repeat(100_000)}`
  const { vault, first } = await someRatings(comment)
  const longest = clientEntry({ code: `@${'W'.repeat(39)}` })
  await vault.api.clients.create(longest)
  await vault.api.sessions.save({ log: sessionLog(longest.id), expectedRevision: 0 })
  expect(first.code).toBe('=Q1')
  const { text } = await exportTo(vault)
  for (const name of ['ratings-long.csv', 'ratings-wide.csv', 'ratings-words.csv'])
    expect(text(name), name).not.toMatch(/(^|[\n,])"?[=@+]/)
  const words = text('ratings-words.csv')
  const read = await reader.readRatings({ kind: 'rating-tables', text: text('ratings-long.csv'), words })
  const sessions = read.kind === 'read' ? exportedSessionSchema.array().parse(read.sessions) : []
  expect(sessions.map(({ client }) => client).toSorted()).toEqual(
    [first.code, longest.code, 'שלום'].toSorted(),
  )
  expect(sessions.flatMap(({ forms }) => forms.map((form) => form.comment))).toEqual([comment])
})

test('300 clients with codes of 40 letters are all exported, each under its own code', async () => {
  const vault = createTestVault()
  const codes = Array.from({ length: 300 }, (_, at) => `${'M'.repeat(37)}${String(at).padStart(3, '0')}`)
  for (const code of codes) {
    const client = clientEntry({ code })
    await vault.api.clients.create(client)
    await vault.api.sessions.save({ log: sessionLog(client.id), expectedRevision: 0 })
  }
  const { text } = await exportTo(vault)
  const rows = [...readCsv(text('ratings-wide.csv'))].slice(1)
  expect(rows.map((row) => row?.cells[0])).toEqual(codes)
}, 120_000)

test('fault 142: a token for another purpose, a used one, or the vault’s folder writes nothing and leaves no entry', async () => {
  const { vault } = await someRatings()
  const place = temporaryFolder()
  const save = (token: string) => vault.api.exports.save({ ...everything, formats: ['tables'], token })
  await expect(save(vault.grant('backup-folder', place))).rejects.toMatchObject({ code: 'file-not-granted' })
  const before = readdirSync(vault.folder)
  await expect(save(vault.grant('ratings-folder', vault.folder))).rejects.toMatchObject({
    code: 'place-not-allowed',
  })
  writeFileSync(join(place, 'file'), '')
  await expect(save(vault.grant('ratings-folder', join(place, 'gone')))).rejects.toMatchObject({
    code: 'place-missing',
  })
  expect(readdirSync(vault.folder)).toEqual(before)
  expect(readdirSync(place)).toEqual(['file'])
  expect(entriesOf(vault)).toEqual([])
  const token = vault.grant('ratings-folder', place)
  await save(token)
  await expect(save(token)).rejects.toMatchObject({ code: 'file-not-granted' })
  expect(entriesOf(vault)).toHaveLength(1)
})
