import { problem } from '../pack-problem.ts'
import { placeOf } from '../place.ts'
import type { Answer } from '../scored-answers.ts'
import { scoresIn } from './fhir-extensions.ts'
import type { AnswerOption } from './fhir-resource.ts'
import type { ScoredConcept } from './contained-values.ts'
import { lineOf } from '../pack-words.ts'
import type { Findings } from '../findings.ts'

type Path = readonly PropertyKey[]

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
