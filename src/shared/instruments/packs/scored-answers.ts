import type { InstrumentItem } from '../instrument-item.ts'
import type { Findings } from './findings.ts'
import { packLimits } from './pack-limits.ts'
import { problem } from './pack-problem.ts'
import { placeOf } from './place.ts'

/** The scored answers of an item, as range, step and labels. */
export type ScoredAnswers = Pick<InstrumentItem, 'minimum' | 'maximum' | 'step'> & {
  labels: NonNullable<InstrumentItem['labels']>
  points?: number[]
}

type Path = readonly PropertyKey[]

/** One answer of a question as the file has it. */
export interface Answer {
  score: number | null
  text: string | null
  path: Path
}

const tolerance = 1e-9

/**
 * Makes a range with a label for every answer, in the order of their scores; null if there are no answers or one has no
 * score.
 *
 * An item of Attune's has evenly spaced answers. If the scores are, they are the answers; if two are alike or their
 * distances differ, the answers are numbered from 0 on, and the scores are what each of them counts.
 */
export function scoredAnswers(answers: readonly Answer[], path: Path, found: Findings): ScoredAnswers | null {
  const place = placeOf(path)
  const before = found.problems.length
  for (const { score, path: at } of answers) {
    if (score === null) found.problems.push(problem(placeOf(at), 'score-missing'))
  }
  const inFile = answers.flatMap(({ score, text }) => (score === null ? [] : [{ score, text: text ?? '' }]))
  const sorted = inFile.toSorted((a, b) => a.score - b.score)
  const [first, second] = sorted
  const last = sorted.at(-1)
  if (first === undefined || second === undefined || last === undefined || first.score === last.score) {
    found.problems.push(problem(place, 'too-few-answers'))
    return null
  }
  if (sorted.length > packLimits.answers) {
    found.problems.push(problem(place, { code: 'too-many-answers', limit: packLimits.answers }))
  }
  if (found.problems.length > before || answers.some(({ text }) => text === null)) return null
  if (sorted.some((answer, position) => answer !== inFile[position])) {
    found.notes.push({ place, code: 'answers-reordered' })
  }
  const step = second.score - first.score
  const isEven = sorted.every(
    ({ score }, position) => step > 0 && Math.abs(score - (first.score + position * step)) < tolerance,
  )
  if (isEven) {
    const labels = sorted.map(({ score, text }) => ({ value: score, text }))
    return { minimum: first.score, maximum: last.score, step, labels }
  }
  found.notes.push({ place, code: 'points-of-their-own' })
  return {
    minimum: 0,
    maximum: sorted.length - 1,
    step: 1,
    labels: sorted.map(({ text }, position) => ({ value: position, text })),
    points: sorted.map(({ score }) => score),
  }
}
