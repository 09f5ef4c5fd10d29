import type { Instrument } from '#shared/instruments/instrument.ts'
import { scoreResponse } from '#shared/instruments/score.ts'
import { wellbeingCheckSchema, type WellbeingCheck } from '#shared/records/wellbeing-check.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'

/** The forms of the screen, in display order. */
export const ownForms = [ownInstruments.wellbeing, ownInstruments.supervision] as const

/** Ratings by item; null means not rated. */
export type Ratings = Readonly<Record<string, number | null>>

/** Makes today's check from the ratings, without the items left out. */
export function toCheck(
  instrument: Instrument,
  ratings: Ratings,
  { id, takenOn, note, at }: { id: string; takenOn: string; note: string; at: Date },
): WellbeingCheck {
  const answers = Object.entries(ratings).flatMap(([itemId, value]) =>
    value === null ? [] : [[itemId, { value, missingReason: null }] as const],
  )
  return wellbeingCheckSchema.parse({
    id,
    takenOn,
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    answers: Object.fromEntries(answers),
    note,
    recordedAt: at.toISOString(),
  })
}

/** One past check as a row: its day, its note, and its scores by scale. */
export interface CheckRow {
  readonly id: string
  readonly takenOn: string
  readonly note: string
  readonly scores: Readonly<Record<string, number | null>>
}

/** The checks of one form with their scores, in the given order. */
export function rowsOf(checks: readonly WellbeingCheck[], instrument: Instrument): CheckRow[] {
  return checks
    .filter(({ instrumentId }) => instrumentId === instrument.id)
    .map(({ id, takenOn, note, answers }) => {
      const scored = scoreResponse(instrument, answers)
      const scores = instrument.scales.map((scale) => [scale.id, scored[scale.id]?.value ?? null] as const)
      return { id, takenOn, note, scores: Object.fromEntries(scores) }
    })
}
