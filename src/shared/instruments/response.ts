import { z } from 'zod'
import { isOnStep, type InstrumentItem } from './instrument-item.ts'
import type { Instrument } from './instrument.ts'
import { measureIdSchema } from './plain-text.ts'

const missingReasonSchema = z.enum(['skipped', 'stopped', 'not-asked'])

/** Why an item has no answer: skipped, the respondent stopped before it, or it was never asked. */
export type MissingReason = z.infer<typeof missingReasonSchema>

const answerSchema = z
  .strictObject({ value: z.number().nullable(), missingReason: missingReasonSchema.nullable() })
  .refine(
    (answer) => (answer.value === null) === (answer.missingReason !== null),
    'A missing value has a reason, an answer has none',
  )

/** Accepts answers by item id: a number, or the reason for having none. */
export const answersSchema = z.record(measureIdSchema, answerSchema)

/** Answers by item id. */
export type Answers = z.infer<typeof answersSchema>

/** Accepts the ids of the words picked beside the items. */
export const chosenWordsSchema = z.array(measureIdSchema).max(100)

/** One answer that does not fit its instrument. */
export interface AnswerProblem {
  itemId: string
  problem: 'unknown-item' | 'out-of-range' | 'off-step'
}

/** Lists the answers that don't fit the instrument, in the order given; empty when all do; never throws. */
export function validateAnswers(instrument: Instrument, answers: Answers): AnswerProblem[] {
  return Object.entries(answers).flatMap(([itemId, { value }]): AnswerProblem[] => {
    const item = instrument.items.find(({ id }) => id === itemId)
    if (item === undefined) return [{ itemId, problem: 'unknown-item' }]
    if (value === null) return []
    if (!(value >= item.minimum && value <= item.maximum)) return [{ itemId, problem: 'out-of-range' }]
    return isOnStep(item, value) ? [] : [{ itemId, problem: 'off-step' }]
  })
}

/** The items that are asked, given the answers so far: all but those whose condition does not hold. */
export function askedItems(items: readonly InstrumentItem[], answers: Answers): InstrumentItem[] {
  return items.filter(({ askedIf }) => {
    if (askedIf === undefined) return true
    return askedIf.anyOf.some((id) => (answerTo(answers, id) ?? -Infinity) >= askedIf.atOrAbove)
  })
}

/** Lists picked words that the instrument does not offer or that are picked twice; never throws. */
export function validateChosenWords(instrument: Instrument, chosen: readonly string[]): string[] {
  const offered = new Set(instrument.words?.map(({ id }) => id))
  return chosen.filter((id, position) => !offered.has(id) || chosen.indexOf(id) < position)
}

/** Lists the endorsed risk items with their answers, in the order of the instrument. */
export function endorsedRiskItems(
  instrument: Instrument,
  answers: Answers,
): { itemId: string; value: number }[] {
  return instrument.riskItems.flatMap(({ item, atOrAbove }) => {
    const value = answerTo(answers, item)
    return value !== null && value >= atOrAbove ? [{ itemId: item, value }] : []
  })
}

/** Gives the numeric answer to an item, or null if there is none. */
export function answerTo(answers: Answers, itemId: string): number | null {
  // An item may have the id "constructor", which every object inherits.
  return Object.hasOwn(answers, itemId) ? (answers[itemId]?.value ?? null) : null
}

/** Whether any item has an answer. */
export function hasValue(answers: Answers): boolean {
  return Object.values(answers).some(({ value }) => value !== null)
}

/** The answers that were given, without the reasons for missing ones. */
export function onlyAnswered(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, { value }]) => value !== null))
}
