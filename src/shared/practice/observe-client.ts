import { ruptureEpisodes } from '../analytics/rupture-episodes.ts'
import type { RuptureEpisode, RuptureOptions } from '../analytics/rupture-episodes.ts'
import { isRating, type Series } from '../analytics/series.ts'
import type { SessionStatus } from '../records/session.ts'
import type { PracticeMeasure } from './practice.ts'

/** What one client's sessions say about the therapist's practice. Lists have one entry per session, in its order. */
export interface PracticeRecord {
  /** The sessions that count in the course. */
  readonly sessions: readonly {
    readonly number: number
    readonly date: string
    readonly status: SessionStatus
  }[]
  /** Whether the client rated anything. */
  readonly isRated: readonly boolean[]
  /** The client's own alliance, each version of its form apart, with the options of Attune rule 1. */
  readonly alliances: readonly { readonly ratings: Series; readonly options: RuptureOptions }[]
  /** The fewest ratings up to and including the peak of a fall. */
  readonly ratingsBeforeFall: number
  /** The numbers of the sessions with a noted rupture; called only if the ratings show one. */
  readonly noted: () => readonly number[]
  /** The therapist's rating of the alliance minus the client's, in tenths of the scale. */
  readonly differences: Series
  /** How far the therapist's guesses were from the client's emotions, the mean of a session, in tenths of the scale. */
  readonly guesses: Series
}

/** Takes one unit of a measure, dated by its session. A share has the values 0 and 1. */
export type Observe = (measure: PracticeMeasure, date: string, value: number) => void

/** Passes on every unit that one client's sessions hold. */
export function observeClient(record: PracticeRecord, observe: Observe): void {
  const { sessions, isRated, alliances, differences, guesses } = record
  sessions.forEach(({ date, status }, index) => {
    if (status === 'held') observe('completion', date, isRated[index] === true ? 1 : 0)
    const difference = differences[index]
    if (isRating(difference)) {
      observe('difference', date, difference)
      observe('distance', date, Math.abs(difference))
    }
    const guess = guesses[index]
    if (isRating(guess)) observe('guesses', date, guess)
  })
  for (const alliance of alliances) observeFalls(alliance, record, observe)
}

/**
 * The units of one alliance series: each rated session in which a rupture could be found, and what became of each that
 * was. A rupture is dated by its lowest session.
 */
function observeFalls(
  { ratings, options }: PracticeRecord['alliances'][number],
  record: PracticeRecord,
  observe: Observe,
): void {
  const { sessions, ratingsBeforeFall } = record
  const ruptures = ruptureEpisodes(ratings, options).filter(({ level }) => level === 'rupture')
  const troughs = new Set(ruptures.map(({ trough }) => trough))
  let rated = 0
  sessions.forEach(({ date }, index) => {
    if (!isRating(ratings[index])) return
    if (rated >= ratingsBeforeFall) observe('ruptures', date, troughs.has(index) ? 1 : 0)
    rated += 1
  })
  if (ruptures.length === 0) return
  const noted = record.noted()
  for (const rupture of ruptures) observeRupture(rupture, record, { noted, observe })
}

function observeRupture(
  rupture: RuptureEpisode,
  { sessions }: PracticeRecord,
  { noted, observe }: { noted: readonly number[]; observe: Observe },
): void {
  const { peak, trough, end, state } = rupture
  const date = sessions[trough]?.date
  const from = sessions[peak]?.number
  // An open rupture covers every session so far.
  const to = sessions[end ?? sessions.length - 1]?.number
  if (date === undefined || from === undefined || to === undefined) return
  observe('noted', date, noted.some((number) => number > from && number <= to) ? 1 : 0)
  if (state === 'open') return
  observe('repaired', date, state === 'repaired' ? 1 : 0)
  if (state === 'repaired' && end !== null) observe('sessionsToRepair', date, end - trough)
}
