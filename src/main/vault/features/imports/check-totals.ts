import { isSameTotal } from '#shared/imports/compare-totals.ts'
import type { FormToImport } from '#shared/imports/rated-session.ts'
import { scoreResponse } from '#shared/instruments/score.ts'
import { totalSourceIn } from '#shared/instruments/total-form.ts'
import type { Response } from '#shared/records/session-log.ts'
import type { InstrumentLibrary } from '../../records/instruments/instrument-library.ts'

/**
 * Compares a total with what its session has of the same questionnaire in another way: its answers, or a total whose
 * version is known or not. Null if there is nothing of it, or if the form is no total.
 */
export function totalBesides(
  instruments: Pick<InstrumentLibrary, 'find'>,
  { instrumentId, rater, occasion, answers }: FormToImport,
  present: readonly Response[],
): 'same' | 'other' | null {
  const source = totalSourceIn(instrumentId)
  if (source === null) return null
  const others = present.filter(
    (each) =>
      each.rater === rater &&
      each.occasion === occasion &&
      each.instrumentId !== instrumentId &&
      (totalSourceIn(each.instrumentId)?.id ?? each.instrumentId) === source.id,
  )
  if (others.length === 0) return null
  const isSame = others.every((other) => {
    const instrument = instruments.find(other.instrumentId, other.instrumentVersion)
    if (instrument === null) return false
    const scores = scoreResponse(instrument, other.answers)
    return Object.entries(answers).every(([id, { value: given }]) => {
      const scale = instrument.scales.find((each) => each.id === id)
      const worked = scores[id]?.value ?? null
      if (given === null) return true
      return scale !== undefined && worked !== null && isSameTotal(instrument, scale, { given, worked })
    })
  })
  return isSame ? 'same' : 'other'
}
