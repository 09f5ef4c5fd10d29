import { randomUUID } from 'node:crypto'
import type { createProblemList } from '#shared/imports/import-problem.ts'
import type { RowProblemCode } from '#shared/imports/import-problem.ts'
import type { FormToImport } from '#shared/imports/rated-session.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { totalSourceIn } from '#shared/instruments/total-form.ts'
import { validateAnswers, validateChosenWords, type Answers } from '#shared/instruments/response.ts'
import { responseIdSchema } from '#shared/records/ids.ts'
import type { Response } from '#shared/records/session-log.ts'
import type { InstrumentLibrary } from '../../records/instruments/instrument-library.ts'
import { totalBesides } from './check-totals.ts'
import type { PlacedSession } from './place-sessions.ts'

/** Own checks belong to no session. */
const ofNoSession: readonly string[] = [ownInstruments.supervision, ownInstruments.wellbeing]
/** What must not come in, or be compared, while the therapist has yet to guess. */
export const ofTheGuess: readonly string[] = [ownInstruments.emotionsClient, ownInstruments.emotionsGuess]

/** As many as a session can have. */
const mostForms = 40

interface CheckedForms {
  /** The forms that the session does not have yet. */
  readonly added: readonly Response[]
  /** How many it has already, with the same answers. */
  readonly unchanged: number
}

/** Checks the forms that a session would get. A problem leaves its form out. */
export function checkForms(
  instruments: InstrumentLibrary,
  { before, date, forms }: PlacedSession,
  problems: Pick<ReturnType<typeof createProblemList>, 'add'>,
): CheckedForms {
  const added: Response[] = []
  let unchanged = 0
  for (const form of forms) {
    const { row, instrumentId, instrumentVersion, rater, occasion, recordedAt, fromPaperAt, words, comment } =
      form
    const { answers } = form
    if (before?.session.guess === 'open' && ofTheGuess.includes(instrumentId)) {
      problems.add(row, 'guess-open')
      continue
    }
    const problem = problemOf(instruments, form)
    if (problem !== null) {
      problems.add(row, problem)
      continue
    }
    const present = [...(before?.responses ?? []), ...added]
    const beside = totalBesides(instruments, form, present)
    if (beside !== null) {
      if (beside === 'same') unchanged += 1
      else problems.add(row, 'other-total')
      continue
    }
    const there = present.find(
      (each) => each.instrumentId === instrumentId && each.rater === rater && each.occasion === occasion,
    )
    if (there === undefined && (before?.responses.length ?? 0) + added.length >= mostForms)
      problems.add(row, 'session-full')
    else if (there === undefined)
      added.push({
        id: responseIdSchema.parse(randomUUID()),
        instrumentId,
        instrumentVersion,
        rater,
        occasion,
        answers,
        words: [...words],
        comment,
        recordedAt: recordedAt ?? `${date}T12:00:00.000Z`,
        fromPaperAt,
      })
    else if (there.instrumentVersion === instrumentVersion && areSame(there.answers, answers)) unchanged += 1
    else problems.add(row, totalSourceIn(instrumentId) === null ? 'other-answers' : 'other-total')
  }
  return { added, unchanged }
}

function problemOf(
  instruments: InstrumentLibrary,
  { instrumentId, instrumentVersion, rater, occasion, answers, words }: FormToImport,
): RowProblemCode | null {
  const instrument = instruments.find(instrumentId, instrumentVersion)
  if (instrument === null || ofNoSession.includes(instrumentId)) return 'form-unknown'
  if (instrument.respondent !== 'either' && instrument.respondent !== rater) return 'other-rater'
  if (instrument.occasion !== 'any' && instrument.occasion !== occasion) return 'form-unknown'
  const isPossible =
    validateAnswers(instrument, answers).length === 0 && validateChosenWords(instrument, words).length === 0
  if (isPossible) return null
  return instrument.totalOf === undefined ? 'answer-not-possible' : 'total-not-possible'
}

/** Whether two forms have the same answers. Why an answer is missing makes no difference: most files don't say. */
function areSame(one: Answers, other: Answers): boolean {
  const valuesOf = (answers: Answers): string =>
    JSON.stringify(
      Object.entries(answers)
        .flatMap(([id, { value }]) => (value === null ? [] : [[id, value] as const]))
        .sort(([first], [second]) => (first < second ? -1 : 1)),
    )
  return valuesOf(one) === valuesOf(other)
}
