import type { InstrumentItem } from '../../instrument-item.ts'
import { packLimits } from '../pack-limits.ts'
import { problem } from '../pack-problem.ts'
import type { PackReason } from '../pack-problem.ts'
import { placeOf, quoted } from '../place.ts'
import { containedConcepts } from './contained-values.ts'
import { answersOfConcepts, answersOfOptions } from './fhir-answers.ts'
import { scoredAnswers, type Answer } from '../scored-answers.ts'
import { wellKnownAnswers } from './well-known-answers.ts'
import { isAskableAddress, type leavableKinds } from '../pack-decisions.ts'
import { boundIn, isComputed, isConditional, isHidden, scoresIn } from './fhir-extensions.ts'
import type { QuestionnaireItem } from './fhir-resource.ts'
import { lineOf } from '../pack-words.ts'
import type { Findings } from '../findings.ts'

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

type LeftOut = 'question-left-out' | 'computed-left-out' | 'conditional-left-out'

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
  const leaveOut = (code: LeftOut): null => {
    found.notes.push({ place, code })
    return null
  }
  if (unscored.includes(item.type)) return leaveOut('question-left-out')
  if (isUnderCondition(question) && decided(found, 'conditional')) return leaveOut('conditional-left-out')
  if (item.type === 'choice' || item.type === 'open-choice') return readChoice(question, found, leaveOut)
  const isNumber = [...numeric, 'integer'].includes(item.type)
  if (isNumber && isTotal(item)) return leaveOut('computed-left-out')
  if (item.type === 'integer' && item.answerOption !== undefined) return readChoice(question, found, leaveOut)
  if (isNumber && !isBounded(item)) {
    if (decided(found, 'numbers')) return leaveOut('question-left-out')
    const reason: PackReason =
      item.type === 'integer'
        ? { code: 'range-missing' }
        : { code: 'unsupported-type', found: quoted(item.type) }
    found.ask({ kind: 'leave-out', what: 'numbers', questions: 1 }, problem(place, reason))
    return null
  }
  if (!isNumber) return refuse({ code: 'unsupported-type', found: quoted(item.type) })
  return readNumber(question, found)
}

/** Whether a person decided that questions of this kind are left out. */
function decided(found: Findings, what: (typeof leavableKinds)[number]): boolean {
  return found.decisions.leaveOut?.includes(what) === true
}

function isUnderCondition({ item, surroundings }: Question): boolean {
  return surroundings.isConditional || (item.enableWhen ?? []).length > 0 || isConditional(item.extension)
}

function isBounded(item: QuestionnaireItem): boolean {
  const bounds = [boundIn(item.extension, 'minValue'), boundIn(item.extension, 'maxValue')]
  return item.type === 'integer' && !bounds.includes(null)
}

// The totals of PHQ-9, GAD-7, PHQ-2 and of the short geriatric depression scale in LOINC.
const totalCodes = ['44261-6', '70274-6', '55758-7', '48545-8']
const totalWords = /(?<!\p{L})(?:(?:total|sum|summe)(?!\p{L})|scores?\s*[.:)]?\s*$)/iu

/** Whether a number is a total of the other answers: worked out by the file, or called so. A question is none. */
function isTotal({ extension, readOnly, code, text = '', linkId }: QuestionnaireItem): boolean {
  if (isComputed(extension) || readOnly === true) return true
  if (code?.some((coding) => totalCodes.includes(coding.code ?? '')) === true) return true
  const isCalledSo =
    totalWords.test(text.slice(0, 300)) || /(?:^|[._\- ]|total|sum)(?:score|total)$/i.test(linkId.slice(-60))
  return isCalledSo && !text.includes('?')
}

function readChoice(
  question: Question,
  found: Findings,
  leaveOut: (code: LeftOut) => null,
): ReadQuestion | null {
  const { item, path } = question
  const { answerOption = [], answerValueSet } = item
  const place = placeOf(path)
  if (answerOption.length > 0 && answerValueSet !== undefined) {
    found.problems.push(problem(place, 'options-and-value-set'))
    return null
  }
  const answers =
    answerValueSet === undefined
      ? answersOfOptions(answerOption, path, found)
      : answersOfList(question, answerValueSet, found, leaveOut)
  if (answers === null) return null
  if (answers.every(({ score }) => score === null)) {
    if (found.decisions.numberAnswers !== true || answers.length < 2) return leaveOut('question-left-out')
    found.notes.push({ place, code: 'answers-numbered' })
    answers.forEach((answer, position) => (answer.score = position))
  }
  if (item.type === 'open-choice') {
    if (decided(found, 'free-text')) found.notes.push({ place, code: 'free-text-left-out' })
    else
      found.ask(
        { kind: 'leave-out', what: 'free-text', questions: 1 },
        problem(place, { code: 'unsupported-type', found: item.type }),
      )
  }
  const scored = scoredAnswers(answers, path, found)
  const text = askedText(question, found)
  return scored === null || text === null ? null : { text, ...scored, reversed: false }
}

/** The answers of a list: in the file, one of LOINC's, or as the person typed them; null if they are not known. */
function answersOfList(
  { item, path, contained }: Question,
  address: string,
  found: Findings,
  leaveOut: (code: LeftOut) => null,
): Answer[] | null {
  const inFile = containedConcepts(contained, address)
  if (inFile !== null) return answersOfConcepts(inFile, found)
  const place = placeOf([...path, 'answerValueSet'])
  const known = wellKnownAnswers(address)
  if (known !== null) {
    found.notes.push({ place, code: 'answers-well-known' })
    return answersOfConcepts(known, found)
  }
  const typed = found.decisions.answers?.find((list) => list.address === address)
  if (typed?.labels === null) return leaveOut('question-left-out')
  if (typed !== undefined) {
    found.notes.push({ place, code: 'answers-typed' })
    return typed.labels.map(({ score, text }) => ({ score, text, path }))
  }
  const unknown = problem(place, 'value-set-elsewhere')
  if (isAskableAddress(address) && item.text !== undefined)
    found.ask({ kind: 'answers', address, questions: 1 }, unknown)
  else found.problems.push(unknown)
  return null
}

function readNumber(question: Question, found: Findings): ReadQuestion | null {
  const { item, path, ends } = question
  const place = placeOf(path)
  const minimum = boundIn(item.extension, 'minValue') ?? 0
  const maximum = boundIn(item.extension, 'maxValue') ?? 0
  const text = askedText(question, found)
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

function askedText(question: Question, found: Findings): string | null {
  const { item, path, surroundings } = question
  const place = placeOf(path)
  const { extension } = item
  if (isUnderCondition(question))
    found.ask({ kind: 'leave-out', what: 'conditional', questions: 1 }, problem(place, 'conditional'))
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
