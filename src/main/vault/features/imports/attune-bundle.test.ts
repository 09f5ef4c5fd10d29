import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExportedSession } from '#shared/exports/exported-ratings.ts'
import { fhirBundle } from '#shared/exports/fhir/fhir-bundle.ts'
import { formKindsOf } from '#shared/exports/form-kinds.ts'
import { readFhirBundle } from '#shared/exports/read/read-fhir-bundle.ts'
import { findShipped } from '#shared/exports/testing/sample-ratings.ts'
import type { FileToImport } from '#shared/imports/import-preview.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { createTestVault, type TestVault } from '../../testing/test-vault.ts'
import { anyCaseload } from './testing/any-caseload.ts'
import { exportedFile, exportedFiles, numbered } from './testing/exported-files.ts'

/** The bundle of all ratings of a vault, as its export writes it. */
async function exported(vault: TestVault, clientId: string | null = null): Promise<string> {
  return exportedFile(await exportedFiles(vault, ['fhir'], { clientId }), 'ratings.fhir.json')
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

const sorted = (sessions: readonly ExportedSession[]) =>
  sessions.map((session) => ({
    ...session,
    forms: session.forms.toSorted((one, other) => (one.instrumentId < other.instrumentId ? -1 : 1)),
  }))

test('any sessions come in, leave the same, come in elsewhere and leave the same again', async () => {
  await fc.assert(
    fc.asyncProperty(anyCaseload, async (sessions) => {
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
