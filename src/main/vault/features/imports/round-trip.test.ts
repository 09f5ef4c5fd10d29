import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fhirBundle } from '#shared/exports/fhir/fhir-bundle.ts'
import { formKindsOf } from '#shared/exports/form-kinds.ts'
import { wholeText } from '#shared/exports/growing-file.ts'
import { findShipped } from '#shared/exports/testing/sample-ratings.ts'
import type { FileToImport, ImportPlan, OwnFormat } from '#shared/imports/import-preview.ts'
import { ownWordsKinds } from '#shared/records/own-words.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { anyCaseload } from './testing/any-caseload.ts'
import { exportedFile, exportedFiles, numbered } from './testing/exported-files.ts'
import { putOwnWords } from './testing/own-words-in.ts'

/** The tables that come back, in the order in which they are imported. */
const tables: readonly (readonly [string, OwnFormat])[] = [
  ['ratings-long.csv', 'tables'],
  ['ratings-own-words.csv', 'own-words'],
  ['ratings-words.csv', 'words'],
]

/** Goals and problems in any number and order, also such as were never rated, and with the same words twice. */
const anyOwnWords = fc.array(
  fc.record({
    kind: fc.constantFrom(...ownWordsKinds),
    isEnded: fc.boolean(),
    wordings: fc.array(
      fc.record({
        words: fc.constantFrom('=Sleep, “all” night', 'Calm;=1', "'At ease", 'مرحبا'),
        ratings: fc.uniqueArray(
          fc.tuple(
            fc.constantFrom(1, 3, 5),
            fc.nat({ max: 10 }),
            fc.constantFrom('2026-03-16T15:00:00.000Z', '2026-03-16T15:20:00.000Z'),
          ),
          { selector: ([session, , ratedAt]) => `${session} ${ratedAt}`, maxLength: 4 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  { maxLength: 4 },
)

const fileOf = (format: OwnFormat, text: string): FileToImport => ({ kind: 'attune', format, text })

async function bring(vault: TestVault, format: OwnFormat, text: string): Promise<void> {
  expect(await vault.api.imports.survey({ text, place: null })).toEqual({ kind: 'attune', format })
  const file = fileOf(format, text)
  const answer = await vault.api.imports.run({ file, leavesOut: false })
  // A table without anything new brings nothing.
  if (answer.kind === 'not-done') expect(answer.plan).toMatchObject(nothing)
}

const nothing = {
  kind: 'plan',
  brings: { newClients: 0, newSessions: 0, extendedSessions: 0, forms: 0, ownRatings: 0, texts: 0 },
  problems: { listed: [], further: 0 },
} satisfies Partial<Record<keyof Extract<ImportPlan, { kind: 'plan' }>, unknown>>

test('any vault’s tables and bundle come in elsewhere, leave the same, and bring nothing where they are from', async () => {
  await fc.assert(
    fc.asyncProperty(anyCaseload, anyOwnWords, anyOwnWords, async (sessions, first, second) => {
      const [one, byTables, byBundle] = [createTestVault(), createTestVault(), createTestVault()]
      const now = '2026-03-20T15:00:00.000Z'
      const parts = { find: findShipped, forms: formKindsOf(sessions, findShipped), withWords: true, now }
      await bring(one, 'fhir', wholeText(fhirBundle({ ...parts, newId: randomUUID }), sessions))
      putOwnWords(one, 'C0', first)
      if (sessions.some(({ client }) => client === 'C1')) putOwnWords(one, 'C1', second)
      const left = await exportedFiles(one, ['tables', 'fhir'])
      const bundle = exportedFile(left, 'ratings.fhir.json')

      for (const [name, format] of tables) {
        const text = left.get(name)
        if (text === undefined) continue
        await bring(byTables, format, text)
        for (const vault of [one, byTables])
          expect(await vault.api.imports.preview(fileOf(format, text))).toMatchObject(nothing)
      }
      await bring(byBundle, 'fhir', bundle)
      for (const vault of [one, byBundle])
        expect(await vault.api.imports.preview(fileOf('fhir', bundle))).toMatchObject(nothing)

      const names = [...left.keys()]
      for (const vault of [byTables, byBundle]) {
        const again = await exportedFiles(vault, ['tables', 'fhir'])
        expect([...again.keys()]).toEqual(names)
        for (const name of names)
          expect(numbered(exportedFile(again, name)), name).toBe(numbered(exportedFile(left, name)))
      }
    }),
    { numRuns: 12, seed: 16 },
  )
}, 120_000)
