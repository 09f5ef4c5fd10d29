import { z } from 'zod'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'
import { isOnStep } from '#shared/instruments/instrument-item.ts'
import { createFindings } from '#shared/instruments/packs/findings.ts'
import { scoredAnswers } from '#shared/instruments/packs/scored-answers.ts'
import { packLimits } from '#shared/instruments/packs/index.ts'
import { typedNumber } from '#shared/typed/typed-number.ts'
import { answersInLines } from '../answer-lines.ts'

export const answerKinds = ['words', 'numbers'] as const

const text = z.string()

/** Accepts one set of answers as the form has it, and the questions that have these answers and not the first ones. */
export const answerSetSchema = z.strictObject({
  key: text,
  kind: z.enum(answerKinds).nullable(),
  /** The answers in words, one a line. */
  lines: text,
  lowest: text,
  highest: text,
  step: text,
  low: text,
  middle: text,
  high: text,
  questions: z.array(text),
})
export type AnswerSet = z.output<typeof answerSetSchema>

/** What is missing or doesn't fit in a set of answers. */
export type AnswerSetProblem = 'kind' | 'someWithout' | 'tooFew' | 'range' | 'ends'

/** A set of answers as an item has it. */
export type AnswerRange = Pick<
  InstrumentItem,
  'minimum' | 'maximum' | 'step' | 'anchors' | 'labels' | 'points'
>

/** A set without answers yet. */
export function blankAnswerSet(): AnswerSet {
  const words = { lines: '', lowest: '', highest: '', step: '1', low: '', middle: '', high: '' }
  return { key: crypto.randomUUID(), kind: null, ...words, questions: [] }
}

/** The range and the words of a set of answers, or what is missing or doesn't fit. */
export function rangeOfSet(set: AnswerSet): AnswerRange | AnswerSetProblem {
  if (set.kind === null) return 'kind'
  return set.kind === 'words' ? worded(set) : numbered(set)
}

function worded({ lines }: AnswerSet): AnswerRange | AnswerSetProblem {
  const answers = answersInLines(lines)
  if (answers === null) return 'someWithout'
  const found = createFindings()
  const scored = scoredAnswers(
    answers.map((answer, position) => ({ ...answer, path: [position] })),
    [],
    found,
  )
  return scored ?? 'tooFew'
}

function numbered({
  lowest,
  highest,
  step: typedStep,
  low,
  middle,
  high,
}: AnswerSet): AnswerRange | AnswerSetProblem {
  const [minimum, maximum, step] = [lowest, highest, typedStep].map(typedNumber)
  const isWhole =
    typeof minimum === 'number' &&
    typeof maximum === 'number' &&
    typeof step === 'number' &&
    step > 0 &&
    maximum > minimum &&
    isOnStep({ minimum, step }, maximum) &&
    (maximum - minimum) / step < packLimits.answers
  if (!isWhole) return 'range'
  if (low.trim() === '' || high.trim() === '') return 'ends'
  const anchors = { minimum: low.trim(), maximum: high.trim() }
  return {
    minimum,
    maximum,
    step,
    anchors: middle.trim() === '' ? anchors : { ...anchors, middle: middle.trim() },
  }
}
