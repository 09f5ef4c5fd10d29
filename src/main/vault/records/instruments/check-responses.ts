import { AppError } from '#shared/contract/result.ts'
import { validateAnswers, validateChosenWords, type Answers } from '#shared/instruments/response.ts'
import type { InstrumentLibrary } from './instrument-library.ts'

interface Checkable {
  readonly instrumentId: string
  readonly instrumentVersion: number
  readonly answers: Answers
  readonly words?: readonly string[]
  readonly occasion?: 'before' | 'after'
}

/**
 * Checks answers against the exact instrument version they name, and stores that version.
 *
 * Throws `not-found` for an unknown instrument, and `rating-out-of-range` with the places of invalid answers.
 */
export function checkResponse(library: InstrumentLibrary, response: Checkable, place: string): void {
  const instrument = library.find(response.instrumentId, response.instrumentVersion)
  if (!instrument) throw new AppError('not-found', [`${place}.instrumentId`])
  const { occasion } = response
  if (occasion !== undefined && instrument.occasion !== 'any' && instrument.occasion !== occasion)
    throw new AppError('invalid-input', [`${place}.occasion`])
  const problems = validateAnswers(instrument, response.answers)
  if (problems.length > 0)
    throw new AppError(
      'rating-out-of-range',
      problems.map(({ itemId }) => `${place}.answers.${itemId}`),
    )
  if (validateChosenWords(instrument, response.words ?? []).length > 0)
    throw new AppError('invalid-input', [`${place}.words`])
  library.keep(instrument)
}
