import type { Instrument } from '../../instruments/instrument.ts'
import type { ExportedForm, ExportedSession, FindInstrument } from '../exported-ratings.ts'
import { absentReasons, addresses, coreExtensions, coreSystems, extraLinkIds } from './fhir-addresses.ts'
import { answerCoding, answerType, type FhirObject } from './write-questionnaire.ts'
import { ownObservations } from './write-own-ratings.ts'
import { totalObservations } from './write-total.ts'

/** The invented clients that come with Attune are marked as FHIR marks data for tests. */
export const testDataTag = { system: coreSystems.reason, code: 'HTEST' } as const

const encounterStatuses = {
  planned: 'planned',
  begun: 'in-progress',
  held: 'finished',
  'late-cancel': 'cancelled',
  'no-show': 'cancelled',
  'cancelled-by-client': 'cancelled',
  'cancelled-by-therapist': 'cancelled',
} as const satisfies Record<ExportedSession['status'], string>

/** A resource with its address within the bundle. */
export interface Entry {
  readonly fullUrl: string
  readonly resource: FhirObject
}

interface SessionParts {
  readonly find: FindInstrument
  readonly newUrl: () => string
  /** The address of the client's own entry. */
  readonly patient: string
}

/** A client as a Patient with nothing but the code. */
export function patientOf({ client, isFictional }: ExportedSession): FhirObject {
  return {
    resourceType: 'Patient',
    ...(isFictional ? { meta: { tag: [testDataTag] } } : {}),
    identifier: [{ system: addresses.clientCode, value: client }],
  }
}

/**
 * A session as an Encounter, its forms as QuestionnaireResponses, and their scores as Observations; totals without answers
 * and ratings in the client's own words as Observations alone.
 */
export function sessionEntries(session: ExportedSession, parts: SessionParts): Entry[] {
  const encounter = parts.newUrl()
  const { patient, newUrl } = parts
  return [
    { fullUrl: encounter, resource: encounterOf(session, patient) },
    ...session.forms.flatMap((form) => formEntries(form, encounter, parts)),
    ...ownObservations(session.ownRatings, { encounter, patient }).map((resource) => ({
      fullUrl: newUrl(),
      resource,
    })),
  ]
}

function encounterOf(session: ExportedSession, patient: string): FhirObject {
  const { number, date, status, modality, durationMinutes, notes } = session
  return {
    resourceType: 'Encounter',
    ...(notes === '' ? {} : { extension: [{ url: addresses.sessionNote, valueString: notes }] }),
    identifier: [{ system: addresses.sessionNumber, value: String(number) }],
    status: encounterStatuses[status],
    class: { system: coreSystems.act, code: modality === 'in-person' ? 'AMB' : 'VR' },
    type: [
      { coding: [{ system: addresses.sessionStatus, code: status }] },
      { coding: [{ system: addresses.modality, code: modality }] },
    ],
    subject: { reference: patient },
    period: { start: date },
    ...(durationMinutes === null
      ? {}
      : { length: { value: durationMinutes, unit: 'minutes', system: coreSystems.units, code: 'min' } }),
  }
}

function formEntries(
  form: ExportedForm,
  encounter: string,
  { find, newUrl, patient }: SessionParts,
): Entry[] {
  const instrument = find(form.instrumentId, form.instrumentVersion)
  if (instrument.totalOf !== undefined)
    return totalObservations(form, instrument, { encounter, patient }).map((resource) => ({
      fullUrl: newUrl(),
      resource,
    }))
  const response = newUrl()
  return [
    { fullUrl: response, resource: responseOf(form, instrument, { encounter, patient }) },
    ...instrument.scales.map((scale) => ({
      fullUrl: newUrl(),
      resource: {
        resourceType: 'Observation',
        status: 'final',
        code: {
          coding: [
            {
              system: addresses.scales(instrument.id, instrument.version),
              code: scale.id,
              display: scale.title,
            },
          ],
          text: `${instrument.title}: ${scale.title}`,
        },
        subject: { reference: patient },
        encounter: { reference: encounter },
        effectiveDateTime: form.recordedAt,
        ...scoreOf(form.scores[scale.id] ?? null),
        derivedFrom: [{ reference: response }],
      },
    })),
  ]
}

function scoreOf(value: number | null): FhirObject {
  if (value !== null) return { valueQuantity: { value } }
  return { dataAbsentReason: { coding: [{ system: coreSystems.absent, code: 'unknown' }] } }
}

function responseOf(
  form: ExportedForm,
  instrument: Instrument,
  { encounter, patient }: { readonly encounter: string; readonly patient: string },
): FhirObject {
  const { rater, occasion, recordedAt, fromPaperAt, answers } = form
  const hasStopped = Object.values(answers).some(({ missingReason }) => missingReason === 'stopped')
  const item = [...itemsOf(form, instrument), ...wordItems(form, instrument)]
  return {
    resourceType: 'QuestionnaireResponse',
    extension: [
      { url: addresses.rater, valueCode: rater },
      { url: addresses.occasion, valueCode: occasion },
      ...(fromPaperAt === null ? [] : [{ url: addresses.fromPaper, valueDateTime: fromPaperAt }]),
    ],
    questionnaire: `${addresses.questionnaire(instrument.id)}|${instrument.version}`,
    status: hasStopped ? 'stopped' : 'completed',
    subject: { reference: patient },
    encounter: { reference: encounter },
    authored: recordedAt,
    source: rater === 'client' ? { reference: patient } : { type: 'Practitioner', display: 'Therapist' },
    ...(item.length === 0 ? {} : { item }),
  }
}

function itemsOf({ answers }: ExportedForm, instrument: Instrument): FhirObject[] {
  return instrument.items.flatMap((item): FhirObject[] => {
    // An item may have the id "constructor", which every object inherits.
    const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined
    if (answer === undefined) return []
    const { value, missingReason } = answer
    const common = { linkId: item.id, text: item.text }
    if (value === null)
      return [
        {
          extension: [
            { url: coreExtensions.dataAbsentReason, valueCode: absentReasons[missingReason ?? 'skipped'] },
          ],
          ...common,
        },
      ]
    const type = answerType(item)
    const given =
      type === 'choice'
        ? { valueCoding: answerCoding(instrument, item, value) }
        : type === 'integer'
          ? { valueInteger: value }
          : { valueDecimal: value }
    return [{ ...common, answer: [given] }]
  })
}

function wordItems({ words, comment }: ExportedForm, instrument: Instrument): FhirObject[] {
  const { id, version } = instrument
  const texts = new Map(instrument.words?.map((word) => [word.id, word.text]))
  const picked = words.map((word) => ({
    valueCoding: { system: addresses.words(id, version), code: word, display: texts.get(word) ?? word },
  }))
  return [
    ...(picked.length === 0 ? [] : [{ linkId: extraLinkIds.words, text: 'Words', answer: picked }]),
    ...(comment === ''
      ? []
      : [{ linkId: extraLinkIds.comment, text: 'Comment', answer: [{ valueString: comment }] }]),
  ]
}
