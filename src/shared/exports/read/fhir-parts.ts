import { z } from 'zod'

const coding = z.looseObject({ system: z.string().optional(), code: z.string().optional() })
const concept = z.looseObject({ coding: z.array(coding).optional() })
const identifiers = z.array(z.looseObject({ system: z.string().optional(), value: z.string().optional() }))
const extensions = z.array(
  z.looseObject({
    url: z.string(),
    valueString: z.string().optional(),
    valueCode: z.string().optional(),
    valueDateTime: z.string().optional(),
    valuePositiveInt: z.number().optional(),
  }),
)
const reference = z.looseObject({ reference: z.string() })

const patientSchema = z.looseObject({
  resourceType: z.literal('Patient'),
  meta: z.looseObject({ tag: z.array(coding).optional() }).optional(),
  identifier: identifiers,
})

const encounterSchema = z.looseObject({
  resourceType: z.literal('Encounter'),
  extension: extensions.optional(),
  identifier: identifiers,
  type: z.array(concept),
  subject: reference,
  period: z.looseObject({ start: z.string() }),
  length: z.looseObject({ value: z.number() }).optional(),
})
export type ReadEncounter = z.output<typeof encounterSchema>

const answerSchema = z.looseObject({
  valueCoding: coding.optional(),
  valueInteger: z.number().optional(),
  valueDecimal: z.number().optional(),
  valueString: z.string().optional(),
})
export type ReadAnswer = z.output<typeof answerSchema>

const itemSchema = z.looseObject({
  extension: extensions.optional(),
  linkId: z.string(),
  answer: z.array(answerSchema).optional(),
})
export type ReadItem = z.output<typeof itemSchema>

const responseSchema = z.looseObject({
  resourceType: z.literal('QuestionnaireResponse'),
  extension: extensions,
  questionnaire: z.string(),
  encounter: reference,
  authored: z.string(),
  item: z.array(itemSchema).optional(),
})
export type ReadResponse = z.output<typeof responseSchema>

const observationSchema = z.looseObject({
  resourceType: z.literal('Observation'),
  extension: extensions.optional(),
  code: concept.extend({ text: z.string().optional() }),
  encounter: reference,
  effectiveDateTime: z.string(),
  valueInteger: z.number().optional(),
  valueQuantity: z.looseObject({ value: z.number() }).optional(),
  dataAbsentReason: concept.optional(),
  /** A total that another program gave, and a rating in the client's own words, are derived from nothing. */
  derivedFrom: z.array(reference).length(1).optional(),
})
export type ReadObservation = z.output<typeof observationSchema>

/** Attune's own bundle, whose entries are not looked at yet. */
export const bundleSchema = z.looseObject({
  resourceType: z.literal('Bundle'),
  type: z.literal('collection'),
  entry: z.array(z.unknown()),
})

/** The parts of an entry that are read back; other elements are ignored. */
export const entrySchema = z.looseObject({
  fullUrl: z.string(),
  resource: z.discriminatedUnion('resourceType', [
    z.looseObject({ resourceType: z.literal('Questionnaire') }),
    patientSchema,
    encounterSchema,
    responseSchema,
    observationSchema,
  ]),
})

/** The value that an extension or an identifier has; undefined if it is not there. */
export function codeIn(found: z.output<typeof extensions> | undefined, url: string): string | undefined {
  const extension = found?.find((each) => each.url === url)
  return extension?.valueCode ?? extension?.valueString ?? extension?.valueDateTime
}
export function placeIn(found: z.output<typeof extensions> | undefined, url: string): number | undefined {
  return found?.find((each) => each.url === url)?.valuePositiveInt
}
export function identifierIn(found: z.output<typeof identifiers>, system: string): string | undefined {
  return found.find((each) => each.system === system)?.value
}
export function codingIn(found: readonly z.output<typeof concept>[], system: string): string | undefined {
  return found.flatMap(({ coding: codings = [] }) => codings).find((each) => each.system === system)?.code
}
