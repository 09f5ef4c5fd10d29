import type { TFunction } from 'i18next'
import { dayInWords } from '#renderer/lib/dates.ts'
import { listInWords } from '#renderer/lib/lists.ts'
import type { NumberFormat } from '#renderer/lib/numbers.ts'
import type { CongruencePair, CongruenceSpot } from './congruence-plot-spots.ts'
import { scoreFormat } from './session-words.ts'

/** One session in words, for the readout and the table. */
export type PairWords = {
  number: string
  date: string
  heading: string
  client: string
  therapist: string
  /** "Therapist 1.5 higher", "the same". */
  difference: string
}

/** Describes a session that both rated. */
export function pairWords(pair: CongruencePair, t: TFunction, language: string): PairWords {
  const scores = scoreFormat(language)
  const date = dayInWords(pair.date)
  return {
    number: String(pair.number),
    date,
    heading: t('charts.sessionHeading', { number: pair.number, date }),
    client: scores.format(pair.client),
    therapist: scores.format(pair.therapist),
    difference: differenceWords(pair, t, scores),
  }
}

/** The other sessions on the spot of one, "The same ratings in sessions 3 and 8"; empty if there are none. */
export function othersOnSpot(
  spot: CongruenceSpot,
  index: number,
  pairs: readonly CongruencePair[],
  t: TFunction,
): string {
  const others = spot.indices.flatMap((other) =>
    other === index ? [] : [String(pairs[other]?.number ?? '')],
  )
  if (others.length === 0) return ''
  const sessions = listInWords(others)
  return t('charts.congruence.alsoHere', { count: others.length, sessions })
}

function differenceWords(pair: CongruencePair, t: TFunction, scores: NumberFormat): string {
  const points = scores.format(Math.abs(pair.therapist - pair.client))
  // A difference that rounds to 0 counts as the same.
  if (points === scores.format(0)) return t('charts.congruence.same')
  return t(pair.therapist > pair.client ? 'charts.congruence.higherBy' : 'charts.congruence.lowerBy', {
    points,
  })
}
