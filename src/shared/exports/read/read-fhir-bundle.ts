import { z } from 'zod'
import { measureIdSchema } from '../../instruments/plain-text.ts'
import type { Answers } from '../../instruments/response.ts'
import { exportedFormSchema, exportedSessionSchema } from '../exported-ratings.ts'
import type { ExportedOwnRating } from '../own-ratings.ts'
import { addresses, coreExtensions, extraLinkIds } from '../fhir/fhir-addresses.ts'
import { testDataTag } from '../fhir/write-session.ts'
import {
  bundleSchema,
  entrySchema,
  codeIn,
  codingIn,
  identifierIn,
  type ReadAnswer,
  type ReadEncounter,
  type ReadItem,
  type ReadResponse,
} from './fhir-parts.ts'
import { createOwnRatingCheck, isOwnRating, ownRatingFrom } from './read-own-ratings.ts'
import { missingReasonOf, takeTotal, type FormParts } from './read-total.ts'
import { refused, type RatingsRead } from './ratings-read.ts'

/**
 * Reads a bundle that Attune exported back into the same sessions. Never throws: a bundle that does not hold together
 * is refused as a whole.
 */
export function readFhirBundle(text: string): RatingsRead {
  const entries = entriesIn(text)
  if (entries === null) return refused('not-ratings')
  const patients = new Map<string, { readonly client: string | undefined; readonly isFictional: boolean }>()
  const sessions = new Map<string, object>()
  const forms = new Map<string, FormParts>()
  const formsOf = new Map<string, FormParts[]>()
  const ownRatingsOf = new Map<string, ExportedOwnRating[]>()
  for (const given of entries) {
    const entry = entrySchema.safeParse(given)
    if (!entry.success) return refused('not-ratings')
    const { fullUrl, resource } = entry.data
    if (resource.resourceType === 'Patient')
      patients.set(fullUrl, {
        client: identifierIn(resource.identifier, addresses.clientCode),
        isFictional: (resource.meta?.tag ?? []).some(
          ({ system, code }) => system === testDataTag.system && code === testDataTag.code,
        ),
      })
    else if (resource.resourceType === 'Encounter') {
      const patient = patients.get(resource.subject.reference)
      if (patient === undefined || sessions.has(fullUrl)) return refused('rows-disagree')
      sessions.set(fullUrl, { ...patient, ...sessionIn(resource) })
      formsOf.set(fullUrl, [])
      ownRatingsOf.set(fullUrl, [])
    } else if (resource.resourceType === 'QuestionnaireResponse') {
      const own = formsOf.get(resource.encounter.reference)
      const form = formIn(resource)
      if (own === undefined || form === null || forms.has(fullUrl)) return refused('rows-disagree')
      own.push(form)
      forms.set(fullUrl, form)
    } else if (resource.resourceType === 'Observation') {
      if (isOwnRating(resource)) {
        const rating = ownRatingFrom(resource)
        const own = ownRatingsOf.get(resource.encounter.reference)
        if (own === undefined || rating === null) return refused('rows-disagree')
        own.push(rating)
        continue
      }
      if (resource.derivedFrom === undefined) {
        const own = formsOf.get(resource.encounter.reference)
        if (own === undefined || !takeTotal(own, resource)) return refused('rows-disagree')
        continue
      }
      const form = forms.get(resource.derivedFrom[0]?.reference ?? '')
      const scale = measureIdSchema.safeParse(resource.code.coding?.[0]?.code)
      if (form === undefined || !scale.success || Object.hasOwn(form.scores, scale.data))
        return refused('rows-disagree')
      form.scores[scale.data] = resource.valueQuantity?.value ?? null
    }
  }
  const gathered = [...sessions].map(([url, session]) => ({
    ...session,
    forms: formsOf.get(url),
    ownRatings: ownRatingsOf.get(url),
  }))
  const parsed = z.array(exportedSessionSchema).safeParse(gathered)
  if (!parsed.success) return refused('damaged')
  const agrees = createOwnRatingCheck()
  const isWhole = parsed.data.every((session) => session.ownRatings.every((each) => agrees(session, each)))
  return isWhole ? { kind: 'read', sessions: parsed.data } : refused('rows-disagree')
}

const end = '\n]}\n'

/**
 * The entries of a bundle, or null if it is none. Attune writes each on a line of its own, which are parsed one by one: a
 * large bundle as one tree takes ten times its room. A bundle that was saved again by another program is parsed as a whole.
 */
function entriesIn(text: string): Iterable<unknown> | null {
  const firstLine = text.slice(0, Math.max(0, text.indexOf('\n')))
  if (text.endsWith(end) && bundleSchema.safeParse(jsonIn(`${firstLine}]}`)).success)
    return linesOf(text, firstLine.length + 1)
  const bundle = bundleSchema.safeParse(jsonIn(text))
  return bundle.success ? bundle.data.entry : null
}

/** The entries from a place on to the end, each on its line, with a comma behind all but the last. */
function* linesOf(text: string, first: number): Generator {
  const last = text.length - end.length
  for (let from = first; from < last;) {
    const at = text.indexOf('\n', from)
    const to = Math.min(at === -1 ? last : at, last)
    const line = text.slice(from, to)
    yield jsonIn(to < last ? line.replace(/,$/, '') : line)
    from = to + 1
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function sessionIn({ extension, identifier, type, period, length }: ReadEncounter): object {
  return {
    number: Number(identifierIn(identifier, addresses.sessionNumber)),
    date: period.start,
    status: codingIn(type, addresses.sessionStatus),
    modality: codingIn(type, addresses.modality),
    durationMinutes: length?.value ?? null,
    notes: codeIn(extension, addresses.sessionNote) ?? '',
  }
}

const formNameSchema = z.tuple([z.string(), z.coerce.number()])

/** Null if an item has two answers, an unknown kind of answer, or none without a reason. */
function formIn({ extension, questionnaire, authored, item = [] }: ReadResponse): FormParts | null {
  const name = formNameSchema.safeParse(questionnaire.slice(addresses.questionnaire('').length).split('|'))
  if (!name.success || !questionnaire.startsWith(addresses.questionnaire(''))) return null
  const [instrumentId, instrumentVersion] = name.data
  const answers: Answers = {}
  let words: string[] = []
  let comment = ''
  for (const each of item) {
    if (each.linkId === extraLinkIds.words)
      words = (each.answer ?? []).map(({ valueCoding }) => valueCoding?.code ?? '')
    else if (each.linkId === extraLinkIds.comment) comment = each.answer?.[0]?.valueString ?? ''
    else {
      const id = measureIdSchema.safeParse(each.linkId)
      const answer = answerIn(each)
      if (!id.success || answer === null || Object.hasOwn(answers, id.data)) return null
      answers[id.data] = answer
    }
  }
  const formFields = exportedFormSchema.pick({ rater: true, occasion: true }).safeParse({
    rater: codeIn(extension, addresses.rater),
    occasion: codeIn(extension, addresses.occasion),
  })
  if (!formFields.success) return null
  const fromPaperAt = codeIn(extension, addresses.fromPaper) ?? null
  const own = {
    instrumentId,
    instrumentVersion,
    recordedAt: authored,
    fromPaperAt,
    answers,
    words,
    comment,
  }
  return { ...formFields.data, ...own, scores: {} }
}

function answerIn({ extension, answer = [] }: ReadItem): Answers[string] | null {
  const [first] = answer
  if (answer.length > 1) return null
  if (first !== undefined) {
    const value = numberIn(first)
    return value === null ? null : { value, missingReason: null }
  }
  const missingReason = missingReasonOf(codeIn(extension, coreExtensions.dataAbsentReason))
  return missingReason === null ? null : { value: null, missingReason }
}

function numberIn({ valueCoding, valueInteger, valueDecimal }: ReadAnswer): number | null {
  const value = valueInteger ?? valueDecimal ?? Number(valueCoding?.code ?? Number.NaN)
  return Number.isFinite(value) ? value : null
}
