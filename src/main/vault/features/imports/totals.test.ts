import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { archiveSchema } from '#shared/archive/archive.ts'
import type { FileToImport, ImportPlan } from '#shared/imports/import-preview.ts'
import { nothingBrought } from '#shared/imports/nothing-brought.ts'
import { writeArchive } from '../../archive/write-archive.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { phqFile, phqRow, phqTotals } from './testing/phq-file.ts'

const planned = (plan: ImportPlan) => {
  if (plan.kind !== 'plan') throw new Error(`refused: ${plan.refusal.code}`)
  return plan
}
async function run({ api }: TestVault, file: FileToImport) {
  const answer = await api.imports.run({ file, leavesOut: false })
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer.plan))
  return answer.done
}
const previewOf = async ({ api }: TestVault, file: FileToImport) => planned(await api.imports.preview(file))
const problemsIn = ({ problems }: ReturnType<typeof planned>) =>
  problems.listed.map(({ row, code, text }) => [row, code, text])

async function overviewOf({ api }: TestVault) {
  const [listed] = await api.clients.list()
  return api.clients.overview({ id: listed?.client.id ?? '' })
}
const responsesIn = ({ db }: TestVault) =>
  db.prepare('SELECT instrument_id, instrument_version FROM responses ORDER BY rowid').raw().all()

const three = phqTotals([
  ['Ash', '2026-02-02', 20],
  ['Ash', '2026-02-09', 17],
  ['Ash', '2026-02-16', 11],
])

test('totals come in as forms of their own, open no risk path, and count for the outcome', async () => {
  const vault = createTestVault()
  const done = await run(vault, three)
  expect(done.brought).toEqual({ ...nothingBrought, newClients: 1, newSessions: 3, forms: 3, totals: 3 })
  expect(responsesIn(vault)).toEqual(Array.from({ length: 3 }, () => ['phq-9-total-only', 2]))
  expect(vault.db.prepare('SELECT count(*) FROM risk_answers').pluck().get()).toBe(0)
  const { outcomes, series } = await overviewOf(vault)
  expect(outcomes).toMatchObject([
    {
      instrumentId: 'phq-9',
      scores: [20, 17, 11],
      totals: [0, 1, 2],
      change: { verdict: { change: 'reliably-better' } },
    },
  ])
  expect(series.find(({ instrumentId }) => instrumentId === 'phq-9-total-only')).toMatchObject({
    title: 'PHQ-9 total, given without answers',
  })
})

test('totals that the answers can’t give are problems of their rows, and nothing comes in', async () => {
  const vault = createTestVault()
  const file = phqTotals([
    ['Ash', '2026-02-02', 28],
    ['Ash', '2026-02-09', 13.5],
    ['Ash', '2026-02-16', 11],
  ])
  const plan = await previewOf(vault, file)
  expect(problemsIn(plan)).toEqual([
    [2, 'total-not-possible', '28'],
    [3, 'total-not-possible', '13.5'],
  ])
  expect(await vault.api.imports.run({ file, leavesOut: false })).toMatchObject({ kind: 'not-done' })
  expect(responsesIn(vault)).toEqual([])
})

test('fault 371: the same file twice changes nothing, another total of the same day is said', async () => {
  const vault = createTestVault()
  await run(vault, three)
  expect(await previewOf(vault, three)).toMatchObject({ unchanged: 3, brings: { forms: 0 } })
  expect(problemsIn(await previewOf(vault, phqTotals([['Ash', '2026-02-09', 16]])))).toEqual([
    [2, 'other-total', ''],
  ])
})

test('a total of an unknown version counts for nothing, and is the same total all the same', async () => {
  const vault = createTestVault()
  const unknown = phqTotals(
    [
      ['Ash', '2026-02-02', 20],
      ['Ash', '2026-02-09', 5],
    ],
    false,
  )
  await run(vault, unknown)
  expect(responsesIn(vault)).toEqual([
    ['phq-9-total-only-any', 2],
    ['phq-9-total-only-any', 2],
  ])
  expect((await overviewOf(vault)).outcomes).toEqual([])
  const known = await previewOf(
    vault,
    phqTotals([
      ['Ash', '2026-02-02', 20],
      ['Ash', '2026-02-09', 6],
    ]),
  )
  expect([known.unchanged, problemsIn(known)]).toEqual([1, [[3, 'other-total', '']]])
})

test('fault 371: where a form with answers is, its total changes nothing and another total is said', async () => {
  const vault = createTestVault()
  await run(vault, phqFile([phqRow('Ash', '2026-02-02', '', 1, 2), phqRow('Ash', '2026-02-09', '', 3, '')]))
  const plan = await previewOf(
    vault,
    phqTotals([
      ['Ash', '2026-02-02', 3],
      ['Ash', '2026-02-02', 3],
      ['Ash', '2026-02-09', 3],
    ]),
  )
  // A form with too few answers has no score, and its answers are still what counts.
  expect([plan.unchanged, problemsIn(plan)]).toEqual([1, [[4, 'other-total', '']]])
  expect(problemsIn(await previewOf(vault, phqTotals([['Ash', '2026-02-02', 4]])))).toEqual([
    [2, 'other-total', ''],
  ])
})

test('fault 371: answers that come after a total count, and the total stays where it can be read', async () => {
  const vault = createTestVault()
  await run(vault, three)
  await run(vault, phqFile([phqRow('Ash', '2026-02-02', '', 3, 3, 3, 3, 3, 3, 3, 3, 0)]))
  expect((await overviewOf(vault)).outcomes).toMatchObject([{ scores: [24, 17, 11], totals: [1, 2] }])
  expect(responsesIn(vault)).toHaveLength(4)
})

test('an import of totals is undone as a whole', async () => {
  const vault = createTestVault()
  await run(vault, phqFile([phqRow('Ash', '2026-01-05', '', 1)]))
  const before = vault.db.prepare('SELECT * FROM session_scores').all()
  const { id } = await run(vault, three)
  expect(await vault.api.imports.undo({ id })).toMatchObject({ sessions: 3, forms: 3, kept: 0 })
  expect(responsesIn(vault)).toEqual([['phq-9', 2]])
  expect(vault.db.prepare('SELECT * FROM session_scores').all()).toEqual(before)
})

test.each(['tables', 'fhir'] as const)('totals that leave as %s come back the same', async (format) => {
  const vault = createTestVault()
  await run(vault, three)
  await run(vault, phqTotals([['Birch', '2026-02-02', 9]], false))
  const exported = async (of: TestVault) => {
    const place = temporaryFolder()
    const token = of.grant('ratings-folder', place)
    const { folder } = await of.api.exports.save({
      clientId: null,
      formats: [format],
      withWords: false,
      withPrivate: true,
      token,
    })
    return readFileSync(
      join(place, folder, format === 'tables' ? 'ratings-long.csv' : 'ratings.fhir.json'),
      'utf8',
    )
  }
  const text = await exported(vault)
  const file: FileToImport = { kind: 'attune', format, text }
  expect(await previewOf(vault, file)).toMatchObject({
    unchanged: 4,
    brings: { forms: 0 },
    problems: { listed: [] },
  })
  const other = createTestVault()
  expect((await run(other, file)).brought).toMatchObject({ forms: 4, totals: 4 })
  const plain = (each: string) => each.replaceAll(/urn:uuid:[0-9a-f-]{36}/g, '')
  expect(plain(await exported(other))).toBe(plain(text))
  if (format === 'fhir') expect(text).not.toContain('Questionnaire')
})

test('an erased client leaves no total, and the archive has those of the others', async () => {
  const vault = createTestVault()
  await run(vault, three)
  await run(vault, phqTotals([['Birch', '2026-02-02', 9]]))
  const moment = { now: new Date('2026-03-20T15:00:00.000Z'), zone: 'Europe/Oslo' }
  const archived = () => archiveSchema.parse(JSON.parse(writeArchive(vault.db, moment)))
  expect(archived().responses).toHaveLength(4)
  expect(archived().instruments.find(({ id }) => id === 'phq-9-total-only')?.content.totalOf).toEqual({
    instrument: 'phq-9',
    version: 2,
  })
  const ash = (await vault.api.clients.list()).find(({ client }) => client.code === 'Ash')
  await vault.api.rights.erase({ clientId: ash?.client.id ?? '', typedCode: 'Ash' })
  expect(archived().responses).toHaveLength(1)
  expect(responsesIn(vault)).toHaveLength(1)
})

test('nobody can be given a form of totals', async () => {
  const vault = createTestVault()
  await run(vault, three)
  const isTotals = ({ id }: { readonly id: string }) => id.includes('total-only')
  expect((await vault.api.instruments.list()).filter(isTotals)).toEqual([])
  const packs = await vault.api.packs.list()
  expect(JSON.stringify(packs)).not.toContain('total-only')
})
