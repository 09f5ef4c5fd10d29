import type { Rating } from './series.ts'

/** How far the ratings after a trough regained the reference level. */
export interface Repair {
  /** Position of the trough among the ratings; a new low before repair moves it. */
  trough: number
  state: 'open' | 'repaired' | 'partly-repaired' | 'unrepaired'
  /** The session that settled the state, or null while it is open. */
  end: number | null
}

// Scores are often quarters and lines are computed: rounding must not put a score on a line below it.
const tolerance = 1e-9

/** The share of the depth that may still be missing for a decline to count as repaired, and as partly repaired. */
export const repairLines = { repaired: 0.25, partlyRepaired: 0.5 } as const

/**
 * Gives the position of the lowest rating, the first of equals, of the decline that starts at a position.
 *
 * A decline continues through ties, falls and gaps until a rating rises.
 */
export function declineFrom(ratings: readonly Rating[], start: number): { trough: number; last: number } {
  let trough = start
  let last = start
  for (;;) {
    const current = ratings[last]
    const next = ratings[last + 1]
    if (current === undefined || next === undefined || next.value > current.value) return { trough, last }
    last += 1
    if (next.value < current.value) trough = last
  }
}

/**
 * Says whether the sessions after a trough repaired the decline: Attune rule 1, step 5.
 *
 * Repaired at the first rating at or above reference - 0.25 depth within the window; open while the window still
 * runs; else partly repaired if the best rating of the window regained half of the depth or more; else unrepaired. A
 * new low before repair becomes the trough and restarts the window. Sessions without a rating count in the window.
 */
export function followRepair(
  ratings: readonly Rating[],
  decline: { trough: number; reference: number; windowSessions: number; sessions: number },
): Repair {
  const { reference, windowSessions, sessions } = decline
  let trough = decline.trough
  for (;;) {
    const low = ratings[trough]
    if (low === undefined) return { trough, state: 'open', end: null }
    const depth = reference - low.value
    const margin = tolerance * Math.max(Math.abs(reference), Math.abs(low.value), depth)
    const windowEnd = low.index + windowSessions
    let newLow: number | null = null
    let best = low.value
    for (let position = trough + 1; newLow === null; position += 1) {
      const rating = ratings[position]
      if (rating === undefined || rating.index > windowEnd) break
      if (rating.value >= reference - repairLines.repaired * depth - margin) {
        return { trough, state: 'repaired', end: rating.index }
      }
      if (rating.value < low.value) newLow = position
      best = Math.max(best, rating.value)
    }
    if (newLow === null) {
      if (windowEnd > sessions - 1) return { trough, state: 'open', end: null }
      const isHalfRegained = best >= reference - repairLines.partlyRepaired * depth - margin
      return { trough, state: isHalfRegained ? 'partly-repaired' : 'unrepaired', end: windowEnd }
    }
    trough = declineFrom(ratings, newLow).trough
  }
}
