import type { InstrumentItem } from '../../instrument-item.ts'
import { packLimits } from '../pack-limits.ts'
import { problem } from '../pack-problem.ts'
import type { PackReason } from '../pack-problem.ts'
import { placeOf, quoted } from '../place.ts'
import { containedConcepts } from './contained-values.ts'
import { answersOfConcepts, answersOfOptions, scoredAnswers } from './fhir-answers.ts'
import { boundIn, isComputed, isConditional, isHidden, scoresIn } from './fhir-extensions.ts'
import type { QuestionnaireItem } from './fhir-resource.ts'
import { lineOf } from './pack-words.ts'
import type { Findings } from './pack-words.ts'

/** What a question inherits from the groups around it. */
export interface VaultFolder {
  isConditional: boolean
  isHidden: boolean
  isRepeated: boolean
}

/** One question and its surroundings in the file. */
export interface Question {
  item: QuestionnaireItem
  path: readonly PropertyKey[]
  surroundings: VaultFolder
  contained: readonly unknown[] | undefined
  /** The words below the item for the ends of its row, if the file has them. */
  ends: { lower: string | undefined; upper: string | undefined }
}

/** A question as Attune asks it, without an id yet. */
export type ReadQuestion = Omit<InstrumentItem, 'id'>

const unscored = ['boolean', 'date', 'dateTime', 'time', 'string', 'text', 'url', 'attachment', 'reference']
const numeric = ['decimal', 'quantity']

/**
 * Reads a question with scores; null if it has none or Attune can't ask it as intended.
 *
 * A question that no score uses is left out and noted. A question is a problem if leaving it out would change a
 * score: one asked only under a condition, asked repeatedly or computed.
 */
export function readQuestion(question: Question, found: Findings): ReadQuestion | null {
  const { item, path } = question
  const place = placeOf(path)
  const refuse = (reason: PackReason): null => {
    found.problems.push(problem(place, reason))
    return null
  }
  const leaveOut = (code: 'question-left-out' | 'computed-left-out'): null => {
    found.notes.push({ place, code })
    return null
  }
  if (unscored.includes(item.type)) return leaveOut('question-left-out')
  if (item.type === 'choice' || item.type === 'open-choice') return readChoice(question, found, leaveOut)
  const isTotal = isComputed(item.extension) || item.readOnly === true
  if (isTotal && [...numeric, 'integer'].includes(item.type)) return leaveOut('computed-left-out')
  if (item.type !== 'integer') return refuse({ code: 'unsupported-type', found: quoted(item.type) })
  if (item.answerOption !== undefined) return readChoice(question, found, leaveOut)
  return readNumber(question, found)
}

function readChoice(
  question: Question,
  found: Findings,
  leaveOut: (code: 'question-left-out') => null,
): ReadQuestion | null {
  const { item, path, contained } = question
  const { answerOption = [], answerValueSet } = item
  const place = placeOf(path)
  if (answerOption.length > 0 && answerValueSet !== undefined) {
    found.problems.push(problem(place, 'options-and-value-set'))
    return null
  }
  const concepts = answerValueSet === undefined ? [] : containedConcepts(contained, answerValueSet)
  if (concepts === null) {
    found.problems.push(problem(placeOf([...path, 'answerValueSet']), 'value-set-elsewhere'))
    return null
  }
  const answers =
    answerValueSet === undefined
      ? answersOfOptions(answerOption, path, found)
      : answersOfConcepts(concepts, found)
  if (answers.every(({ score }) => score === null)) return leaveOut('question-left-out')
  if (item.type === 'open-choice') {
    found.problems.push(problem(place, { code: 'unsupported-type', found: item.type }))
    return null
  }
  const scored = scoredAnswers(answers, path, found)
  const text = askedText(question, found)
  return scored === null || text === null ? null : { text, ...scored, reversed: false }
}

function readNumber(question: Question, found: Findings): ReadQuestion | null {
  const { item, path, ends } = question
  const place = placeOf(path)
  const minimum = boundIn(item.extension, 'minValue')
  const maximum = boundIn(item.extension, 'maxValue')
  const text = askedText(question, found)
  if (minimum === null || maximum === null) {
    found.problems.push(problem(place, 'range-missing'))
    return null
  }
  if (maximum <= minimum) {
    found.problems.push(problem(place, 'range-upside-down'))
    return null
  }
  if (maximum - minimum + 1 > packLimits.answers) {
    found.problems.push(problem(place, { code: 'too-many-answers', limit: packLimits.answers }))
  }
  const anchors = { minimum: ends.lower ?? String(minimum), maximum: ends.upper ?? String(maximum) }
  return text === null ? null : { text, minimum, maximum, step: 1, reversed: false, anchors }
}

function askedText({ item, path, surroundings }: Question, found: Findings): string | null {
  const place = placeOf(path)
  const { extension } = item
  const isShownSometimes = (item.enableWhen ?? []).length > 0 || isConditional(extension)
  if (isShownSometimes || surroundings.isConditional) found.problems.push(problem(place, 'conditional'))
  if (item.repeats === true || surroundings.isRepeated) found.problems.push(problem(place, 'repeats'))
  if (isComputed(extension)) found.problems.push(problem(place, 'computed'))
  if (isHidden(extension) || surroundings.isHidden || item.readOnly === true) {
    found.problems.push(problem(place, 'not-answerable'))
  }
  if (scoresIn(extension).length > 0) found.problems.push(problem(place, 'weighted-item'))
  if ((item.initial ?? []).length > 0) found.notes.push({ place, code: 'initial-left-out' })
  const textPath = [...path, 'text']
  if (item.text !== undefined) return lineOf(item.text, textPath, placeOf(textPath), found)
  found.problems.push(problem(placeOf(textPath), 'missing'))
  return null
}
