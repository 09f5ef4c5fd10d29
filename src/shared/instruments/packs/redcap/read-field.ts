import { typedNumber } from '../../../typed/typed-number.ts'
import type { InstrumentItem } from '../../instrument-item.ts'
import { plainTextSchema } from '../../plain-text.ts'
import { scoredAnswers, type Answer } from '../scored-answers.ts'
import type { Findings } from '../findings.ts'
import { packLimits } from '../pack-limits.ts'
import { problem } from '../pack-problem.ts'
import { lineOf, withoutTags } from '../pack-words.ts'
import { placeOf } from '../place.ts'
import type { DictionaryField } from './dictionary-rows.ts'

/** A field as Attune asks it, without an id yet. */
export type ReadField = Omit<InstrumentItem, 'id'>

/** The kinds of fields that can have a score. */
const scorable = ['radio', 'dropdown', 'yesno', 'truefalse', 'slider']
/** A choice that stands for a missing answer. */
const noAnswer =
  /^[^\p{L}\p{N}]*(?:missing|not used|refused?|prefer not|declined?|don['’]?t know|do not know|unknown|not applicable|n\/?a|no answer|not (?:answered|asked|done)|session missed)(?![\p{L}\p{N}])/iu

/** Whether a field can be a question of an instrument: a choice, a slider, or a whole number between two bounds. */
export function isScorable({ type, validation, minimum, maximum, annotation }: DictionaryField): boolean {
  if (/@HIDDEN(?![-\w])|@CALCTEXT|@READONLY(?![-\w])/i.test(annotation)) return false
  const isBounded = type === 'text' && validation === 'integer' && minimum !== '' && maximum !== ''
  return scorable.includes(type) || isBounded
}

/** Reads a field with scores; null if it has none, was left out, or Attune can't ask it as intended. */
export function readField(field: DictionaryField, found: Findings): ReadField | null {
  const path = ['fields', field.position]
  const place = placeOf(path)
  if (field.type === 'calc') {
    found.notes.push({ place, code: 'computed-left-out' })
    return null
  }
  if (!isScorable(field)) {
    if (field.type !== 'descriptive') found.notes.push({ place, code: 'question-left-out' })
    return null
  }
  if (field.branching !== '') {
    if (found.decisions.leaveOut?.includes('conditional') === true) {
      found.notes.push({ place, code: 'conditional-left-out' })
      return null
    }
    found.ask({ kind: 'leave-out', what: 'conditional', questions: 1 }, problem(place, 'conditional'))
  }
  const text = shownText(field.label, path, found)
  if (field.type === 'slider' || field.type === 'text') {
    const range = rangeOf(field, path, found)
    return text === null || range === null ? null : { text, ...range, reversed: false }
  }
  const answers = answersOf(field, path, found)
  if (answers.every(({ score }) => score === null)) {
    if (found.decisions.numberAnswers !== true || answers.length < 2) {
      found.notes.push({ place, code: 'question-left-out' })
      return null
    }
    found.notes.push({ place, code: 'answers-numbered' })
    answers.forEach((answer, position) => (answer.score = position))
  }
  const scored = scoredAnswers(answers, path, found)
  return text === null || scored === null ? null : { text, ...scored, reversed: false }
}

/** A label as one line without tags, which REDCap allows; null with a problem if it has no words or a script. */
export function shownText(text: string, path: readonly PropertyKey[], found: Findings): string | null {
  const plain = withoutTags(text, placeOf(path), found).trim()
  return lineOf(plain, [...path, 'text'], placeOf([...path, 'text']), found)
}

function answersOf(field: DictionaryField, path: readonly PropertyKey[], found: Findings): Answer[] {
  if (field.type === 'yesno') return named(['No', 'Yes'], path)
  if (field.type === 'truefalse') return named(['False', 'True'], path)
  return field.choices.split('|').flatMap((choice, position): Answer[] => {
    const comma = choice.indexOf(',')
    const at = [...path, 'labels', position]
    const words = comma === -1 ? choice : choice.slice(comma + 1)
    if (choice.trim() === '') return []
    if (noAnswer.test(words)) {
      found.notes.push({ place: placeOf(at), code: 'answer-left-out' })
      return []
    }
    return [
      { score: scoreOf(choice.slice(0, Math.max(0, comma))), text: shownText(words, at, found), path: at },
    ]
  })
}

function named(words: readonly string[], path: readonly PropertyKey[]): Answer[] {
  return words.map((text, score) => ({ score, text, path }))
}

function scoreOf(code: string): number | null {
  return /^\s*-?\d+(?:\.\d+)?\s*$/.test(code) ? Number(code) : null
}

/** The range of a slider, which is 0 to 100 if the file doesn't say, or of a whole number; with the words at its ends. */
function rangeOf(
  { type, minimum: least, maximum: most, choices }: DictionaryField,
  path: readonly PropertyKey[],
  found: Findings,
): Pick<InstrumentItem, 'minimum' | 'maximum' | 'step' | 'anchors'> | null {
  const isSlider = type === 'slider'
  const minimum = typedNumber(least) ?? (isSlider ? 0 : null)
  const maximum = typedNumber(most) ?? (isSlider ? 100 : null)
  const place = placeOf(path)
  if (minimum === null || maximum === null || !Number.isInteger(minimum) || !Number.isInteger(maximum)) {
    found.problems.push(problem(place, 'range-missing'))
    return null
  }
  if (maximum <= minimum) {
    found.problems.push(problem(place, 'range-upside-down'))
    return null
  }
  if (maximum - minimum + 1 > packLimits.answers) {
    found.problems.push(problem(place, { code: 'too-many-answers', limit: packLimits.answers }))
    return null
  }
  const ends = isSlider ? choices.split('|').map((words) => words.trim()) : []
  const [low = '', middle = '', high = ''] = ends.length === 2 ? [ends[0], '', ends[1]] : ends
  const shown = (words: string): string | undefined => plainTextSchema.safeParse(words).data
  const inMiddle = (minimum + maximum) % 2 === 0 ? shown(middle) : undefined
  return {
    minimum,
    maximum,
    step: 1,
    anchors: {
      minimum: shown(low) ?? String(minimum),
      maximum: shown(high) ?? String(maximum),
      ...(inMiddle !== undefined && { middle: inMiddle }),
    },
  }
}
