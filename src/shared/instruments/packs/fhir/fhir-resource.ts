import { z } from 'zod'

/** Accepts an extension by its address, with the values that Attune reads; ignores other values. */
export const extensionSchema = z.looseObject({
  url: z.string(),
  valueDecimal: z.number().optional(),
  valueInteger: z.int().optional(),
  valueBoolean: z.boolean().optional(),
  valueCodeableConcept: z
    .looseObject({ coding: z.array(z.looseObject({ code: z.string().optional() })).optional() })
    .optional(),
})

/** An extension of FHIR; Attune reads only some values. */
export type Extension = z.output<typeof extensionSchema>

const extensions = z.array(extensionSchema).optional()
const present = z.unknown().optional()
const string = z.string().optional()
const boolean = z.boolean().optional()

/** Accepts a code in a code system. */
export const codingSchema = z.looseObject({
  system: string,
  code: string,
  display: string,
  extension: extensions,
})

/** Accepts one possible answer; its reader decides which kinds of values count. */
export const answerOptionSchema = fhirObject({
  id: present,
  extension: extensions,
  modifierExtension: present,
  valueInteger: z.int().optional(),
  valueDate: present,
  valueTime: present,
  valueString: string,
  valueCoding: codingSchema.optional(),
  valueReference: present,
  initialSelected: boolean,
})

/** One possible answer of a FHIR question. */
export type AnswerOption = z.output<typeof answerOptionSchema>

/** Accepts one item of an R4 Questionnaire with R4's elements; the items below it stay unread. */
export const questionnaireItemSchema = fhirObject({
  id: present,
  extension: extensions,
  modifierExtension: present,
  linkId: z.string().min(1),
  definition: present,
  code: z.array(codingSchema).optional(),
  prefix: present,
  text: string,
  type: z.string(),
  enableWhen: z.array(z.looseObject({ question: z.string() })).optional(),
  enableBehavior: present,
  required: boolean,
  repeats: boolean,
  readOnly: boolean,
  maxLength: present,
  answerValueSet: string,
  answerOption: z.array(answerOptionSchema).optional(),
  initial: z.array(z.unknown()).optional(),
  item: z.array(z.unknown()).optional(),
})

/** One item of an R4 Questionnaire. */
export type QuestionnaireItem = z.output<typeof questionnaireItemSchema>

/** Accepts an R4 Questionnaire with the elements of https://hl7.org/fhir/R4/questionnaire.html, its items unread. */
export const questionnaireSchema = fhirObject({
  resourceType: z.literal('Questionnaire'),
  id: string,
  meta: present,
  implicitRules: present,
  language: string,
  text: z.looseObject({ div: string }).optional(),
  contained: z.array(z.unknown()).optional(),
  extension: extensions,
  modifierExtension: present,
  url: string,
  identifier: present,
  version: string,
  name: string,
  title: string,
  derivedFrom: present,
  status: z.enum(['draft', 'active', 'retired', 'unknown']),
  experimental: boolean,
  subjectType: z.array(z.string()).optional(),
  date: present,
  publisher: string,
  contact: present,
  description: string,
  useContext: present,
  jurisdiction: present,
  purpose: string,
  copyright: string,
  approvalDate: present,
  lastReviewDate: present,
  effectivePeriod: present,
  code: z.array(codingSchema).optional(),
  item: z.array(z.unknown()),
})

/** An R4 Questionnaire, its items unread. */
export type Questionnaire = z.output<typeof questionnaireSchema>

/**
 * Makes a schema of a FHIR element that refuses unknown elements by name.
 *
 * FHIR's JSON keeps the id and extensions of a simple value in a neighbour with an underscore: those pass.
 */
function fhirObject<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.looseObject(shape).superRefine((element, context) => {
    const keys = Object.keys(element).filter((key) => !Object.hasOwn(shape, key.replace(/^_/, '')))
    if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, input: element })
  })
}
