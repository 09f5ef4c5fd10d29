import type { Instrument } from '#shared/instruments/instrument.ts'
import { wellbeingCheckSchema, type WellbeingCheck } from '#shared/records/wellbeing-check.ts'

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
