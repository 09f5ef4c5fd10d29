import { earlierRatings } from './earlier-ratings.ts'
import type { EarlierRatings } from './earlier-ratings.ts'
import { minimumRatings as minimum } from './minimum-ratings.ts'
import { declineFrom, followRepair } from './rupture-repair.ts'
import type { Repair } from './rupture-repair.ts'
import { ruptureSpread } from './rupture-spread.ts'
import type { Spread } from './rupture-spread.ts'
import { isRating, ratingsOf } from './series.ts'
import type { Rating, Series } from './series.ts'

/** The parameters of Attune rule 1. All except the scale's range and step have defaults. */
export interface RuptureOptions {
  /** Highest minus lowest possible score. */
  scaleRange: number
  /** The smallest difference between two scores. */
  step: number
  /** Standard deviation of clients' levels on this scale, in points; by default a twelfth of the range. */
  betweenSd?: number
  /** The fewest ratings up to and including the peak; by default 5. */
  minimumRatings?: number
  /** Depth in spreads from which a decline is a dip; by default 1. */
  dipDepth?: number
  /** Depth in spreads from which it is rupture-level; by default 2.5. */
  ruptureDepth?: number
  /** The number of sessions after the trough in which repair counts; by default 3. */
  windowSessions?: number
}

/** One decline and whether it was repaired; peak, trough, end and missed are session indices. */
export interface RuptureEpisode extends Spread {
  peak: number
  /** The level before the fall: the peak's rating or the mean of the ratings up to it, whichever is lower. */
  reference: number
  trough: number
  troughScore: number
  /** (reference - trough score) / spread. */
  depth: number
  level: 'dip' | 'rupture'
  state: Repair['state']
  /** The session of repair, or the last of the window without repair; null while open. */
  end: number | null
  /** Sessions without a rating from the peak to the end, or so far while open. */
  missed: number[]
}

const tolerance = 1e-9

/**
 * Finds deep declines and says whether each was repaired: Attune rule 1.
 *
 * A decline runs from a rating followed by a lower one to its lowest rating T. Its depth is (R - T) / s with R =
 * min(peak, mean of the ratings up to the peak) and s = max(within-client spread, between-client spread, half a
 * step), all from the ratings up to the peak only. From `dipDepth` on it is reported, from `ruptureDepth` on as
 * rupture-level. Takes one series where higher is better, so client's and therapist's ratings separately. Empty if
 * there are too few ratings or a parameter is unusable (not finite, or negative). The rule is Attune's own; published
 * criteria differ, and counts by one can't be compared with counts by another (Gumz and others, 2012). Its false
 * alarms and misses are simulated in the tests.
 */
export function ruptureEpisodes(series: Series, options: RuptureOptions): RuptureEpisode[] {
  const rule = ruptureRule(options)
  if (!Object.values(rule).every((parameter) => Number.isFinite(parameter) && parameter >= 0)) return []
  const ratings = ratingsOf(series)
  const earlier = earlierRatings(series)
  const episodes: RuptureEpisode[] = []
  let position = 0
  for (;;) {
    const peak = ratings[position]
    const next = ratings[position + 1]
    if (peak === undefined || next === undefined) return episodes
    if (next.value >= peak.value) {
      position += 1
      continue
    }
    const decline = declineFrom(ratings, position)
    const episode = judge(series, ratings, earlier[peak.index] ?? null, { peak, ...decline }, rule)
    if (episode !== null) episodes.push(episode)
    // The next decline can't start within the window of a settled episode, except at its last session.
    const settled = episode === null ? -1 : (episode.end ?? series.length)
    position = decline.last
    while ((ratings[position + 1]?.index ?? Number.POSITIVE_INFINITY) <= settled) position += 1
  }
}

/** Gives all parameters of Attune rule 1, with defaults for those left out. */
export function ruptureRule(options: RuptureOptions): Required<RuptureOptions> {
  return {
    betweenSd: options.scaleRange / 12,
    minimumRatings: minimum.episodes,
    dipDepth: 1,
    ruptureDepth: 2.5,
    windowSessions: 3,
    ...options,
  }
}

function judge(
  series: Series,
  ratings: readonly Rating[],
  known: EarlierRatings | null,
  decline: { peak: Rating; trough: number },
  rule: Required<RuptureOptions>,
): RuptureEpisode | null {
  if (known === null || known.count < rule.minimumRatings) return null
  const { spread, spreadSetBy } = ruptureSpread(known, rule.betweenSd, rule.step)
  const reference = Math.min(decline.peak.value, known.mean)
  const depthAt = (low: Rating | undefined): number =>
    low === undefined ? 0 : (reference - low.value) / spread
  if (!(spread > 0) || depthAt(ratings[decline.trough]) < rule.dipDepth - tolerance) return null
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
    level: depth >= rule.ruptureDepth - tolerance ? 'rupture' : 'dip',
    spread,
    spreadSetBy,
    state,
    end,
    missed: gapsBetween(series, decline.peak.index, end ?? series.length - 1),
  }
}

function gapsBetween(series: Series, from: number, to: number): number[] {
  return series.slice(from, to + 1).flatMap((value, offset) => (isRating(value) ? [] : [from + offset]))
}
