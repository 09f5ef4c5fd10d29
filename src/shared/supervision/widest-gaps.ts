import type { Series } from '../analytics/index.ts'

/** How many of the newest sessions that both rated are looked at, and from how many on a gap is named. */
export const gapSessions = { newest: 5, fewest: 3 } as const

/** From how many tenths of the scale on a mean difference is a gap. Attune's own choice; see `docs/measures.md`. */
export const smallestGap = 2

/** How many gaps are listed at most. */
export const mostGaps = 3

/** How far the therapist's rating of the alliance lies from the client's, as a mean over the newest sessions both rated. */
export interface Gap {
  /** In tenths of the scale; above 0 the therapist rates higher. */
  readonly difference: number
  readonly sessions: number
  /** The place of the newest of these sessions. */
  readonly newest: number
}

/**
 * The gap between the two views of the alliance; null below the smallest gap, or with too few sessions that both rated.
 * `differences` are the therapist's rating minus the client's in tenths of the scale, session by session.
 */
export function gapOf(differences: Series): Gap | null {
  const rated = differences
    .flatMap((difference, place) => (difference === null ? [] : [{ difference, place }]))
    .slice(-gapSessions.newest)
  const newest = rated.at(-1)
  if (newest === undefined || rated.length < gapSessions.fewest) return null
  const mean = rated.reduce((sum, { difference }) => sum + difference, 0) / rated.length
  return Math.abs(mean) < smallestGap
    ? null
    : { difference: mean, sessions: rated.length, newest: newest.place }
}

/** The widest of some gaps, the widest first. */
export function widestOf<T extends { readonly gap: Gap }>(all: readonly T[]): T[] {
  const width = ({ gap }: T) => Math.abs(gap.difference)
  return all.toSorted((one, other) => width(other) - width(one)).slice(0, mostGaps)
}
