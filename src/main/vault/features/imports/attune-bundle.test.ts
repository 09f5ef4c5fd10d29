import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  exportedSessionSchema,
  toExportedSession,
  type ExportedSession,
} from '#shared/exports/exported-ratings.ts'
import { fhirBundle } from '#shared/exports/fhir/fhir-bundle.ts'
import { formKindsOf } from '#shared/exports/form-kinds.ts'
import { readFhirBundle } from '#shared/exports/read/read-fhir-bundle.ts'
import { shippedInstruments } from '#shared/exports/testing/find-in.ts'
import { findShipped } from '#shared/exports/testing/sample-ratings.ts'
import type { FileToImport } from '#shared/imports/import-preview.ts'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { modalities } from '#shared/records/session.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'

/** The bundle of all ratings of a vault, as its export writes it. */
async function exported(vault: TestVault, clientId: string | null = null): Promise<string> {
  const place = temporaryFolder()
  const token = vault.grant('ratings-folder', place)
  const choice = { clientId, formats: ['fhir' as const], withWords: true, withPrivate: true, token }
  const { folder } = await vault.api.exports.save(choice)
  return readFileSync(join(place, folder, 'ratings.fhir.json'), 'utf8')
}

/** Every export makes new addresses, so they are counted in the order in which they come. */
function numbered(bundle: string): string {
  const seen = new Map<string, number>()
  return bundle.replaceAll(/urn:uuid:[0-9a-f-]{36}/g, (url) => {
    if (!seen.has(url)) seen.set(url, seen.size)
    return `url ${seen.get(url)}`
  })
}

const fileOf = (text: string): FileToImport => ({ kind: 'attune', format: 'fhir', text })

test('the bundle that an export writes changes nothing where it is from, and brings the same elsewhere', async () => {
  const vault = createTestVault()
  await vault.api.sample.load()
  const text = await exported(vault)
  expect(await vault.api.imports.survey({ text, place: null })).toEqual({ kind: 'attune', format: 'fhir' })
  const there = await vault.api.imports.preview(fileOf(text))
  expect(there).toMatchObject({ brings: { newSessions: 0, forms: 0 }, problems: { listed: [], further: 0 } })

  const other = createTestVault()
  const answer = await other.api.imports.run({ file: fileOf(text), leavesOut: false })
  if (answer.kind !== 'done') throw new Error('it was not imported')
  expect(numbered(await exported(other))).toBe(numbered(text))
  const taken = await other.api.imports.undo({ id: answer.done.id })
  expect(taken).toMatchObject({ clients: answer.done.brought.newClients, kept: 0 })
  expect(await other.api.clients.list()).toEqual([])
})

const answered = [
  ['phq-9', 'client', 'before'],
  ['gad-7', 'client', 'before'],
  ['attune-alliance-client', 'client', 'after'],
  ['attune-alliance-therapist', 'therapist', 'after'],
  ['attune-feelings-after', 'therapist', 'after'],
] as const

const reasons = ['skipped', 'stopped', 'not-asked'] as const

/** Any filled-in form of a shipped questionnaire. */
const formOf = ([id, rater, occasion]: (typeof answered)[number]) => {
  const [instrument] = shippedInstruments
    .filter((each) => each.id === id)
    .toSorted((one, other) => other.version - one.version)
  if (instrument === undefined) throw new Error(`there is no ${id}`)
  const answer = ({ minimum, maximum, step }: Instrument['items'][number]) =>
    fc.oneof(
      fc
        .nat({ max: Math.round((maximum - minimum) / step) })
        .map((steps) => ({ value: minimum + steps * step, missingReason: null })),
      fc.constantFrom(...reasons).map((missingReason) => ({ value: null, missingReason })),
    )
  return fc.record({
    instrumentId: fc.constant(id),
    instrumentVersion: fc.constant(instrument.version),
    rater: fc.constant(rater),
    occasion: fc.constant(occasion),
    answers: fc
      .tuple(...instrument.items.map(answer))
      .map((given) => Object.fromEntries(instrument.items.map((item, at) => [item.id, given[at]]))),
    words: fc.subarray((instrument.words ?? []).map((word) => word.id)),
    comment: fc.constantFrom('', 'It was “good”,\nmostly = fine'),
    recordedAt: fc.constant('2026-03-16T15:00:00.000Z'),
    fromPaperAt: rater === 'client' ? fc.option(fc.constant('2026-03-18T09:00:00.000Z')) : fc.constant(null),
  })
}

/** Sessions of some clients, client by client, with any forms. */
const caseload = fc
  .array(
    fc.array(
      fc.record({
        modality: fc.constantFrom(...modalities),
        durationMinutes: fc.option(fc.integer({ min: 1, max: 600 })),
        notes: fc.constantFrom('', 'A note, “quoted”\nand = more'),
        responses: fc.subarray([...answered]).chain((chosen) => fc.tuple(...chosen.map(formOf))),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((clients) =>
    clients.flatMap((sessions, place) =>
      sessions.map(({ responses, ...own }, at) => {
        const session = { ...own, number: 2 * at + 1, date: `2026-02-1${at}`, status: 'held' as const }
        const client = { code: `C${place}`, isFictional: false }
        const parts = { client, session, responses, ownRatings: [] }
        // The parts of a session that an export takes; the schema checks the result.
        return exportedSessionSchema.parse(toExportedSession(parts as never, findShipped, true))
      }),
    ),
  )

const sorted = (sessions: readonly ExportedSession[]) =>
  sessions.map((session) => ({
    ...session,
    forms: session.forms.toSorted((one, other) => (one.instrumentId < other.instrumentId ? -1 : 1)),
  }))

test('any sessions come in, leave the same, come in elsewhere and leave the same again', async () => {
  await fc.assert(
    fc.asyncProperty(caseload, async (sessions) => {
      const { start, add, end } = fhirBundle({
        find: findShipped,
        forms: formKindsOf(sessions, findShipped),
        withWords: true,
        now: '2026-03-20T15:00:00.000Z',
        newId: randomUUID,
      })
      const [one, other] = [createTestVault(), createTestVault()]
      const first = `${start}${sessions.map(add).join('')}${end}`
      await one.api.imports.run({ file: fileOf(first), leavesOut: false })
      const left = await exported(one)
      const read = readFhirBundle(left)
      expect(read.kind === 'read' && sorted(read.sessions)).toEqual(sorted(sessions))
      await other.api.imports.run({ file: fileOf(left), leavesOut: false })
      expect(numbered(await exported(other))).toBe(numbered(left))
    }),
    { numRuns: 15, seed: 16 },
  )
})

test('a bundle of one client brings this client', async () => {
  const vault = createTestVault()
  await vault.api.sample.load()
  const [first] = await vault.api.clients.list()
  const text = await exported(vault, first?.client.id ?? null)
  const other = createTestVault()
  await other.api.imports.run({ file: fileOf(text), leavesOut: false })
  expect((await other.api.clients.list()).map(({ client }) => client.code)).toEqual([first?.client.code])
})

test('fault 321: a bundle of another program, a broken one and one with a foreign form bring nothing', async () => {
  const vault = createTestVault()
  await vault.api.sample.load()
  const text = await exported(vault)
  const refusal = { kind: 'refused', refusal: { code: 'damaged-bundle', row: null } }
  const other = createTestVault()
  const look = (bundle: string) => other.api.imports.preview(fileOf(bundle))
  expect(await look('{"resourceType":"Bundle","entry":[{"resource":{}}]}')).toEqual(refusal)
  expect(await look(text.slice(0, -20))).toEqual(refusal)
  expect(await look('['.repeat(100_000))).toEqual(refusal)
  const lines = text.split('\n')
  const session = lines.findIndex((line) => line.includes('"resourceType":"Encounter"'))
  expect(await look(lines.toSpliced(session, 1).join('\n'))).toEqual(refusal)

  const foreign = text.replaceAll(`${ownInstruments.allianceClient}|`, 'somebody-elses|')
  const plan = await look(foreign)
  if (plan.kind !== 'plan') throw new Error('it was refused')
  const [problem] = plan.problems.listed
  expect(problem?.code).toBe('form-unknown')
  // The row is the line of the file.
  expect(foreign.split('\n')[(problem?.row ?? 0) - 1]).toContain('somebody-elses|')
})
