import type { InstrumentItem } from '../../instrument-item.ts'
import { packLimits } from '../pack-limits.ts'
import { problem } from '../pack-problem.ts'
import { placeOf } from '../place.ts'
import { scoresIn } from './fhir-extensions.ts'
import type { AnswerOption } from './fhir-resource.ts'
import type { ScoredConcept } from './contained-values.ts'
import { lineOf } from './pack-words.ts'
import type { Findings } from './pack-words.ts'

/** The scored answers of an item, as range, step and labels. */
export type ScoredAnswers = Pick<InstrumentItem, 'minimum' | 'maximum' | 'step'> & {
  labels: NonNullable<InstrumentItem['labels']>
}

type Path = readonly PropertyKey[]

interface Answer {
  score: number | null
  text: string | null
  path: Path
}

const tolerance = 1e-9

/** Reads one score and one text from each answer option. An option that is no code, number or text is a problem. */
export function answersOfOptions(options: readonly AnswerOption[], path: Path, found: Findings): Answer[] {
  return options.flatMap((option, position): Answer[] => {
    const at = [...path, 'answerOption', position]
    const { valueCoding, valueInteger, valueString } = option
    if (option.modifierExtension !== undefined)
      found.problems.push(problem(placeOf(at), 'modifier-extension'))
    if (option.initialSelected === true) found.notes.push({ place: placeOf(at), code: 'initial-left-out' })
    const text = valueCoding?.display ?? valueString ?? valueInteger?.toString()
    if (valueCoding === undefined && text === undefined) {
      found.problems.push(problem(placeOf(at), 'option-type'))
      return []
    }
    const scores = [...scoresIn(option.extension), ...scoresIn(valueCoding?.extension)]
    return [answer(scores.length > 0 ? scores : [valueInteger ?? []].flat(), text, at, found)]
  })
}

/** Reads the concepts of a value set contained in the file. */
export function answersOfConcepts(concepts: readonly ScoredConcept[], found: Findings): Answer[] {
  return concepts.map(({ scores, display, path }) => answer(scores, display, path, found))
}

function answer(scores: readonly number[], text: string | undefined, path: Path, found: Findings): Answer {
  const [score = null] = scores
  if (scores.some((other) => other !== score)) found.problems.push(problem(placeOf(path), 'scores-conflict'))
  if (text === undefined) found.problems.push(problem(placeOf(path), 'option-without-words'))
  return { score, text: text === undefined ? null : lineOf(text, path, placeOf(path), found), path }
}

/**
 * Makes a range with a label for every score; null if there are no answers or they form no range.
 *
 * An item of Attune's has evenly spaced answers, each with one name. Missing, repeated or uneven scores are problems,
 * because the total would differ from the publisher's.
 */
export function scoredAnswers(answers: readonly Answer[], path: Path, found: Findings): ScoredAnswers | null {
  const place = placeOf(path)
  const before = found.problems.length
  for (const { score, path: at } of answers) {
    if (score === null) found.problems.push(problem(placeOf(at), 'score-missing'))
  }
  const inFile = answers.flatMap(({ score, text }) =>
    score === null ? [] : [{ value: score, text: text ?? '' }],
  )
  const labels = inFile.toSorted((a, b) => a.value - b.value)
  const [first, second] = labels
  const last = labels.at(-1)
  if (first === undefined || second === undefined || last === undefined) {
    found.problems.push(problem(place, 'too-few-answers'))
    return null
  }
  if (labels.length > packLimits.answers) {
    found.problems.push(problem(place, { code: 'too-many-answers', limit: packLimits.answers }))
  }
  const step = second.value - first.value
  const gaps = labels.slice(1).map(({ value }, position) => value - (labels[position]?.value ?? value))
  if (gaps.some((gap) => gap === 0)) found.problems.push(problem(place, 'scores-repeat'))
  else if (gaps.some((gap) => Math.abs(gap - step) > tolerance)) {
    found.problems.push(problem(place, 'scores-uneven'))
  }
  if (found.problems.length > before || answers.some(({ text }) => text === null)) return null
  if (labels.some((label, position) => label !== inFile[position])) {
    found.notes.push({ place, code: 'answers-reordered' })
  }
  return { minimum: first.value, maximum: last.value, step, labels }
}
