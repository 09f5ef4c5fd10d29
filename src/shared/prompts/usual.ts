import { collectRatings, newestRatings } from '#shared/analytics/earlier-ratings.ts'
import { depthAfter, ruptureSpread, unknownSpreadShare } from '#shared/analytics/rupture-spread.ts'
import { meanOf, type Series } from '#shared/analytics/series.ts'

/** The fewest earlier ratings for a rating to be called unusual [Attune's choice]. */
export const usualMinimumRatings = 6

/** The smallest unusual distance from the usual, in points of a 0–10 scale [Attune's choice]. */
export const usualMinimumDeparture = 1

/** How many spreads away is unusual, with very many ratings (found by the simulation of the prompts). */
const unusualSpreads = 3.25

/** How many spreads from the usual a rating counts at most in later spreads (found likewise). */
const countedSpreads = 1.5

/** How many of the newest earlier ratings count as a second occurrence. */
const lookedBack = 2

/** The newest rating on one scale beside this person's own usual. */
export type Usual = {
  sessionNumber: number
  latest: number
  /** The mean of the newest earlier ratings without the highest and the lowest. */
  usual: number
  /** The number of these ratings, with the highest and the lowest. */
  usualRatings: number
  /** All earlier ratings. */
  earlierRatings: number
  departure: number
  /** The distance that is unusual for this person, in points. */
  unusualFrom: number
  isUnusual: boolean
  /** How many of the two ratings before were unusual in the same direction. */
  before: number
}

/** The range and the step of the scale; those of a single item from 0 to 10 if left out. */
export type UsualScale = { scaleRange: number; step: number }

const singleItem: UsualScale = { scaleRange: 10, step: 1 }

/**
 * Compares the newest rating with the newest six before it; null with fewer than six earlier ones or if the
 * newest session has no rating.
 *
 * What is unusual depends on the person: a number of spreads of their own ratings, measured as in Attune rule 1, and
 * more of them while there are few ratings; never less than a point. So that one fall does not hide the next, the usual
 * leaves out the highest and the lowest rating, and in the spread a rating far away counts as if it lay nearer.
 */
export function usualFrom(
  ratings: readonly { sessionNumber: number; score: number | null }[],
  scale?: UsualScale,
): Usual | null {
  const newest = ratings.at(-1)
  if (newest === undefined) return null
  return usualOf(
    newest.sessionNumber,
    ratings.map(({ score }) => score),
    scale,
  )
}

/** The same from scores alone; the last one belongs to this session. */
export function usualOf(sessionNumber: number, scores: Series, scale = singleItem): Usual | null {
  if ((scores.at(-1) ?? null) === null) return null
  const collected = collectRatings(newestRatings)
  const directions: number[] = []
  let recent: number[] = []
  let newest: Omit<Usual, 'sessionNumber' | 'before'> | null = null
  for (const latest of scores) {
    if (latest === null) continue
    const earlier = collected.describe()
    const { spread } = ruptureSpread(earlier, { ...scale, unknownShare: unknownSpreadShare, known: null })
    const unusualFrom = Math.max(usualMinimumDeparture, depthAfter(unusualSpreads, earlier) * spread)
    const isKnown = recent.length >= usualMinimumRatings
    const usual = isKnown ? middleMean(recent) : latest
    const departure = latest - usual
    const isUnusual = Math.abs(departure) >= unusualFrom
    const most = isKnown ? countedSpreads * spread : 0
    collected.add(usual + Math.min(most, Math.max(-most, departure)))
    directions.push(isUnusual ? Math.sign(departure) : 0)
    newest = isKnown
      ? {
          latest,
          usual,
          usualRatings: recent.length,
          earlierRatings: earlier.count,
          departure,
          unusualFrom,
          isUnusual,
        }
      : null
    recent = [...recent, latest].slice(-newestRatings)
  }
  if (newest === null) return null
  const { departure } = newest
  const before = directions
    .slice(-1 - lookedBack, -1)
    .filter((direction) => direction === Math.sign(departure)).length
  return { sessionNumber, ...newest, before }
}

/** The mean without the highest and the lowest. */
function middleMean(ratings: readonly number[]): number {
  return meanOf(ratings.toSorted((one, other) => one - other).slice(1, -1)) ?? 0
}
