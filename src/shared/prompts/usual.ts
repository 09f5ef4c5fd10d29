import { collectVariation, newestRatings, type Variation } from '#shared/analytics/earlier-ratings.ts'
import {
  boundsOfSpread,
  depthAfter,
  drawnSpread,
  unknownSpreadShare,
} from '#shared/analytics/rupture-spread.ts'
import type { Series } from '#shared/analytics/series.ts'

/** The fewest earlier ratings for a rating to be called unusual [Attune's choice]. */
export const usualMinimumRatings = 6

/** The smallest unusual distance from the usual, as a share of the range [Attune's choice]. */
export const usualMinimumShare = 0.1

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
export type UsualScale = {
  scaleRange: number
  step: number
  /** The range that the smallest unusual distance is a share of, if it differs, as for a difference of two ratings. */
  ratedRange?: number
}

const singleItem: UsualScale = { scaleRange: 10, step: 1 }

/**
 * Compares the newest rating with the newest six before it; null with fewer than six earlier ones or if the
 * newest session has no rating.
 *
 * What is unusual depends on the person: a number of spreads of their own ratings, measured as in Attune rule 1, and
 * more of them while there are few ratings; never less than a tenth of the scale. So that one fall does not hide the next, the usual
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
  const [newest, ...before] = comparisons(scores, scale).reverse()
  if (newest === undefined || newest.usualRatings < usualMinimumRatings) return null
  const judged = judge(newest, scale)
  const direction = Math.sign(judged.departure)
  return {
    sessionNumber,
    ...judged,
    before: before.map((each) => judge(each, scale)).filter((each) => directionOf(each) === direction).length,
  }
}

/** A rating beside the usual level before it. Without enough earlier ratings that level is the rating itself. */
type Comparison = Pick<Usual, 'latest' | 'usual' | 'usualRatings' | 'earlierRatings' | 'departure'> & {
  earlier: Variation
  spread: number
}

/** Compares each rating with those before it. Gives the newest comparisons, as many as are judged. */
function comparisons(scores: Series, scale: UsualScale): Comparison[] {
  const ratings = scores.filter((score) => score !== null)
  const judgedFrom = ratings.length - 1 - lookedBack
  const bounds = boundsOfSpread({ ...scale, unknownShare: unknownSpreadShare, known: null })
  const collected = collectVariation()
  const recent: number[] = []
  const found: Comparison[] = []
  ratings.forEach((latest, place) => {
    const spread = drawnSpread(collected.vary(), bounds)
    const usualRatings = Math.min(place, newestRatings)
    const isKnown = usualRatings >= usualMinimumRatings
    const usual = isKnown ? middleMean(recent) : latest
    const departure = latest - usual
    if (place >= judgedFrom)
      found.push({
        latest,
        usual,
        usualRatings,
        earlierRatings: place,
        departure,
        earlier: collected.vary(),
        spread,
      })
    const most = isKnown ? countedSpreads * spread : 0
    collected.add(usual + Math.min(most, Math.max(-most, departure)))
    insertSorted(recent, latest, place < newestRatings ? null : (ratings[place - newestRatings] ?? null))
  })
  return found
}

/** Says whether a rating is unusual. Only the newest ratings are judged, because this takes most of the time. */
function judge(
  { earlier, spread, ...compared }: Comparison,
  { ratedRange, scaleRange }: UsualScale,
): Omit<Usual, 'sessionNumber' | 'before'> {
  const leastUnusual = usualMinimumShare * (ratedRange ?? scaleRange)
  const unusualFrom = Math.max(leastUnusual, depthAfter(unusualSpreads, earlier) * spread)
  return { ...compared, unusualFrom, isUnusual: Math.abs(compared.departure) >= unusualFrom }
}

function directionOf({ isUnusual, departure }: Pick<Usual, 'isUnusual' | 'departure'>): number {
  return isUnusual ? Math.sign(departure) : 0
}

/** Inserts a rating into sorted ones, in place of one that goes. Sorting them each time would take far longer. */
function insertSorted(sorted: number[], rating: number, gone: number | null): void {
  let place = sorted.length
  if (gone !== null) for (place = 0; sorted[place] !== gone; place += 1);
  // The free place moves to where the new rating belongs.
  for (; place > 0 && (sorted[place - 1] ?? 0) > rating; place -= 1) sorted[place] = sorted[place - 1] ?? 0
  for (; place < sorted.length - 1 && (sorted[place + 1] ?? 0) < rating; place += 1)
    sorted[place] = sorted[place + 1] ?? 0
  sorted[place] = rating
}

/** The mean of sorted ratings without the highest and the lowest. */
function middleMean(sorted: readonly number[]): number {
  const first = sorted[1] ?? 0
  let sum = 0
  for (let place = 1; place < sorted.length - 1; place += 1) sum += (sorted[place] ?? 0) - first
  return first + sum / (sorted.length - 2)
}
