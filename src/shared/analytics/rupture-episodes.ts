import { earlierRatings } from './earlier-ratings.ts'
import type { EarlierRatings } from './earlier-ratings.ts'
import { minimumRatings as minimum } from './minimum-ratings.ts'
import { declineFrom, followRepair } from './rupture-repair.ts'
import type { Repair } from './rupture-repair.ts'
import { ruptureSpread } from './rupture-spread.ts'
import type { Spread } from './rupture-spread.ts'
import { isRating, ratingsOf } from './series.ts'
import type { Rating, Series } from './series.ts'

/** The parameters of Attune rule 1; everything but the scale's own range and step has a default. */
export interface RuptureOptions {
  /** Highest minus lowest possible score. */
  scaleRange: number
  /** The smallest difference between two scores. */
  step: number
  /** Standard deviation of clients' levels on this scale, in points; by default a twelfth of the range. */
  betweenSd?: number
  /** Ratings there must be up to and including the peak; by default 5. */
  minimumRatings?: number
  /** Depth in spreads from which a decline is a dip; by default 1. */
  dipDepth?: number
  /** Depth in spreads from which it is rupture-level; by default 2.5. */
  ruptureDepth?: number
  /** Sessions after the trough in which repair is looked for; by default 3. */
  windowSessions?: number
}

/** One decline and what became of it; peak, trough, end and missed are session indices. */
export interface RuptureEpisode extends Spread {
  peak: number
  /** The level fallen from: the peak's rating or the mean of the ratings up to it, whichever is lower. */
  reference: number
  trough: number
  troughScore: number
  /** (reference - trough score) / spread. */
  depth: number
  level: 'dip' | 'rupture'
  state: Repair['state']
  /** The session of repair, or the last of the window where it ran out; null while open. */
  end: number | null
  /** Sessions without a rating from the peak to the end, or as far as is known while open. */
  missed: number[]
}

const tolerance = 1e-9

/**
 * Finds declines deep enough to be looked at and follows each to repair or not: Attune rule 1.
 *
 * A decline runs from a rating followed by a lower one to its lowest rating T. Its depth is (R - T) / s with
 * R = min(peak, mean of the ratings up to the peak) and s = max(within-client spread, between-client spread,
 * half a step), all from the ratings up to the peak only. From `dipDepth` on it is reported, from
 * `ruptureDepth` on as rupture-level. For one series where higher is better, client's and therapist's apart.
 * Empty where there is too little data or a parameter is unusable (not finite, or negative). The rule is
 * Attune's own; published criteria differ, and counts by one can't be compared with counts by another (Gumz
 * and others, 2012). Its false alarms and misses are simulated in the tests.
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
    // A settled episode keeps the sessions of its window: the next decline can start at the last of them.
    const settled = episode === null ? -1 : (episode.end ?? series.length)
    position = decline.last
    while ((ratings[position + 1]?.index ?? Number.POSITIVE_INFINITY) <= settled) position += 1
  }
}

/** Gives all parameters of Attune rule 1, with their defaults where nothing else is said. */
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
