import { collectRatings, newestRatings } from './earlier-ratings.ts'
import type { EarlierRatings } from './earlier-ratings.ts'
import { minimumRatings } from './minimum-ratings.ts'
import { declineFrom, followRepair } from './rupture-repair.ts'
import type { Repair } from './rupture-repair.ts'
import { depthAfter, ruptureSpread, unknownSpreadShare } from './rupture-spread.ts'
import type { KnownSpread, Spread } from './rupture-spread.ts'
import { isRating, ratingsOf } from './series.ts'
import type { Rating, Series } from './series.ts'

/** The parameters of Attune rule 1. All except the scale's range and step have defaults. */
export interface RuptureOptions {
  /** Highest minus lowest possible score. */
  scaleRange: number
  /** The smallest difference between two scores. */
  step: number
  /** What is known of the spread within clients on this scale; null, the default, if nothing is. */
  known?: KnownSpread | null
  /** The share of the range that stands in for an unknown spread; by default 0.02. */
  unknownShare?: number
  /** The fewest ratings up to and including the peak; by default 8. */
  ratingsBeforeFall?: number
  /** The number of newest ratings that set the reference; by default 6. */
  referenceRatings?: number
  /** Depth in spreads, with very many ratings, from which a decline is a dip; by default 2.5. */
  dipSpreads?: number
  /** Depth in spreads, with very many ratings, from which it is rupture-level; by default 3.2. */
  ruptureSpreads?: number
  /** The number of sessions after the trough in which repair counts; by default 3. */
  windowSessions?: number
}

/** One decline and whether it was repaired; peak, trough, end and missed are session indices. */
export interface RuptureEpisode extends Spread {
  peak: number
  /** The level before the fall: the peak's rating or the mean of the newest ratings up to it, whichever is lower. */
  reference: number
  trough: number
  troughScore: number
  /** (reference - trough score) / spread. */
  depth: number
  /** The depths that a dip and a rupture-level episode need after this number of ratings. */
  dipFrom: number
  ruptureFrom: number
  level: 'dip' | 'rupture'
  state: Repair['state']
  /** The session of repair, or the last of the window without repair; null while open. */
  end: number | null
  /** Sessions without a rating from the peak to the end, or so far while open. */
  missed: number[]
  /** The number of ratings that the reference is made of: one if it is the peak's rating. */
  ratingsInReference: number
  /** All ratings up to the peak. */
  earlier: EarlierRatings
}

/** The number of ratings that a reference is made of: one if the peak's rating lies below the mean of the newest ones. */
export function ratingsInReference(
  peakScore: number,
  mean: { readonly value: number; readonly n: number },
): number {
  return peakScore < mean.value ? 1 : mean.n
}

/** The fewest steps of a scale: on a single item with fewer, one step would look like a rupture. */
export const fewestSteps = 10

/** How far below the reference, in spreads, a found fall's own ratings count in later references and spreads. */
const deepestCounted = 2.5

const tolerance = 1e-9

/**
 * Finds deep declines and says whether each was repaired: Attune rule 1, version 2.
 *
 * A decline runs from a rating followed by a lower one to its lowest rating T. Its depth is (R - T) / s with R =
 * min(peak, mean of the newest ratings up to the peak) and s = `ruptureSpread`, from the ratings up to the peak only.
 * It is a dip or rupture-level from the depths of `depthAfter` on. The ratings of a rupture-level episode count in
 * later references and spreads as if they had fallen by at most 2.5 spreads, so that a second rupture is found too.
 *
 * Takes one series where higher is better, so client's and therapist's ratings separately. Empty if there are too few
 * ratings, if the scale has fewer than ten steps, or if a parameter is unusable (not finite, or negative). The rule is
 * Attune's own; published criteria differ, and counts by one can't be compared with counts by another (Gumz and
 * others, 2012). Its false alarms and misses are simulated in the tests.
 */
export function ruptureEpisodes(series: Series, options: RuptureOptions): RuptureEpisode[] {
  const rule = ruptureRule(options)
  const { known, ...numbers } = rule
  const isUsable = [...Object.values(numbers), known?.points ?? 0].every(
    (parameter) => Number.isFinite(parameter) && parameter >= 0,
  )
  if (!isUsable || rule.scaleRange < (fewestSteps - tolerance) * rule.step) return []
  const ratings = ratingsOf(series)
  const collected = collectRatings(rule.referenceRatings)
  const episodes: RuptureEpisode[] = []
  let position = 0
  let added = 0
  let fall: Fall | null = null
  for (;;) {
    const peak = ratings[position]
    const next = ratings[position + 1]
    if (peak === undefined || next === undefined) return episodes
    if (next.value >= peak.value) {
      position += 1
      continue
    }
    for (const rating of ratings.slice(added, position + 1)) collected.add(countedValue(rating, fall))
    added = position + 1
    const decline = declineFrom(ratings, position)
    const episode = judge(series, ratings, collected.describe(), { peak, ...decline }, rule)
    if (episode !== null) episodes.push(episode)
    if (episode?.level === 'rupture') fall = fallOf(episode, series.length)
    // The next decline can't start within the window of a settled episode, except at its last session.
    const settled = episode === null ? -1 : (episode.end ?? series.length)
    position = decline.last
    while ((ratings[position + 1]?.index ?? Number.POSITIVE_INFINITY) <= settled) position += 1
  }
}

/** Gives all parameters of Attune rule 1, with defaults for those left out. */
export function ruptureRule(options: RuptureOptions): Required<RuptureOptions> {
  return {
    known: null,
    unknownShare: unknownSpreadShare,
    ratingsBeforeFall: minimumRatings.episodes,
    referenceRatings: newestRatings,
    dipSpreads: 2.5,
    ruptureSpreads: 3.2,
    windowSessions: 3,
    ...options,
  }
}

/** The sessions of a found fall, and the lowest value that their ratings count with afterwards. */
interface Fall {
  after: number
  before: number
  lowest: number
}

function fallOf({ peak, end, state, reference, spread }: RuptureEpisode, sessions: number): Fall {
  const last = end ?? sessions - 1
  // The rating of the repair belongs to the usual level again.
  return {
    after: peak,
    before: state === 'repaired' ? last : last + 1,
    lowest: reference - deepestCounted * spread,
  }
}

function countedValue({ index, value }: Rating, fall: Fall | null): number {
  const isInFall = fall !== null && index > fall.after && index < fall.before
  return isInFall ? Math.max(value, fall.lowest) : value
}

function judge(
  series: Series,
  ratings: readonly Rating[],
  earlier: EarlierRatings,
  decline: { peak: Rating; trough: number },
  rule: Required<RuptureOptions>,
): RuptureEpisode | null {
  if (earlier.count < rule.ratingsBeforeFall) return null
  const spread = ruptureSpread(earlier, rule)
  const dipFrom = depthAfter(rule.dipSpreads, earlier)
  const ruptureFrom = depthAfter(rule.ruptureSpreads, earlier)
  const reference = Math.min(decline.peak.value, earlier.recentMean)
  const depthAt = (low: Rating | undefined): number =>
    low === undefined ? 0 : (reference - low.value) / spread.spread
  if (!(spread.spread > 0) || depthAt(ratings[decline.trough]) < dipFrom - tolerance) return null
  const { trough, state, end } = followRepair(ratings, {
    trough: decline.trough,
    reference,
    windowSessions: rule.windowSessions,
    sessions: series.length,
  })
  const low = ratings[trough]
  const depth = depthAt(low)
  if (low === undefined || !Number.isFinite(depth)) return null
  return {
    peak: decline.peak.index,
    reference,
    trough: low.index,
    troughScore: low.value,
    depth,
    dipFrom,
    ruptureFrom,
    level: depth >= ruptureFrom - tolerance ? 'rupture' : 'dip',
    ...spread,
    state,
    end,
    missed: gapsBetween(series, decline.peak.index, end ?? series.length - 1),
    ratingsInReference: ratingsInReference(decline.peak.value, {
      value: earlier.recentMean,
      n: earlier.recentCount,
    }),
    earlier,
  }
}

function gapsBetween(series: Series, from: number, to: number): number[] {
  return series.slice(from, to + 1).flatMap((value, offset) => (isRating(value) ? [] : [from + offset]))
}
