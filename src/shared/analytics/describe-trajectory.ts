import { minimumRatings } from './minimum-ratings.ts'
import { isNearCeiling } from './near-ceiling.ts'
import { ruptureEpisodes } from './rupture-episodes.ts'
import type { RuptureEpisode, RuptureOptions } from './rupture-episodes.ts'
import { meanOf, ratingsOf } from './series.ts'
import type { Rating, Series } from './series.ts'

/** The scale of a trajectory, and how its episodes are judged. */
export interface TrajectoryScale {
  minimum: number
  maximum: number
  /** The smallest difference between two scores. */
  step: number
  direction: 'higher-is-better' | 'lower-is-better' | 'neutral'
  /** Parameters of Attune rule 1 that the user has changed. */
  rule?: Omit<RuptureOptions, 'scaleRange' | 'step'>
}

/** One decline as the sentence describes it; sessions are indices. */
export interface EpisodeFacts {
  level: RuptureEpisode['level']
  state: RuptureEpisode['state']
  /** The rating before the fall and its session. */
  from: Rating
  /** The lowest rating and its session. */
  to: Rating
  /** The session in which the level was regained, or null. */
  backAt: number | null
}

/** The values of the sentence above a chart; the screen adds the words. */
export interface TrajectoryFacts {
  /** Sessions in all, rated or not. */
  sessions: number
  rated: number
  /** Sessions without a rating. */
  missed: number[]
  first: Rating | null
  last: Rating | null
  lowest: Rating | null
  highest: Rating | null
  /** Mean and number of the ratings before the last one; null before the second rating. */
  usual: { mean: number; n: number } | null
  /** Last rating minus the usual level, in points; null if there is no usual level. */
  lastAgainstUsual: number | null
  /** Whether the last session of the series has a rating. */
  isLastSessionRated: boolean
  isNearCeiling: boolean
  /** Whether there are enough ratings for a line and for words about its course. */
  isEnoughForALine: boolean
  /** The decline to describe: the latest at rupture level, else the latest dip; null if there is neither. */
  episode: EpisodeFacts | null
  /** Declines at rupture level in the whole series. */
  ruptures: number
}

/**
 * Gives the facts for the sentence above a chart: the extent, the last rating against the usual, the episode.
 *
 * "Usual" is the mean of the ratings before the last, so that a rating isn't compared with itself. Episodes and
 * nearness to the ceiling are reported only if higher is better. Of equal lowest or highest ratings the first counts.
 * A field without a value is null, empty or false.
 */
export function describeTrajectory(series: Series, scale: TrajectoryScale): TrajectoryFacts {
  const ratings = ratingsOf(series)
  const last = ratings.at(-1) ?? null
  const usual = meanOf(ratings.slice(0, -1).map(({ value }) => value))
  const isUpward = scale.direction === 'higher-is-better'
  const episodes = isUpward
    ? ruptureEpisodes(series, {
        ...scale.rule,
        scaleRange: scale.maximum - scale.minimum,
        step: scale.step,
      })
    : []
  const ruptures = episodes.filter(({ level }) => level === 'rupture')
  const ratedSessions = new Set(ratings.map(({ index }) => index))
  return {
    sessions: series.length,
    rated: ratings.length,
    missed: Array.from(series.keys()).filter((index) => !ratedSessions.has(index)),
    first: ratings[0] ?? null,
    last,
    lowest: extreme(ratings, (value, best) => value < best),
    highest: extreme(ratings, (value, best) => value > best),
    usual: usual === null ? null : { mean: usual, n: ratings.length - 1 },
    lastAgainstUsual: usual === null || last === null ? null : last.value - usual,
    isLastSessionRated: last !== null && last.index === series.length - 1,
    isNearCeiling: isUpward && isNearCeiling(series, scale),
    isEnoughForALine: ratings.length >= minimumRatings.line,
    episode: factsOf(series, ruptures.at(-1) ?? episodes.at(-1)),
    ruptures: ruptures.length,
  }
}

function extreme(
  ratings: readonly Rating[],
  isBeyond: (value: number, best: number) => boolean,
): Rating | null {
  return ratings.reduce<Rating | null>(
    (best, rating) => (best === null || isBeyond(rating.value, best.value) ? rating : best),
    null,
  )
}

function factsOf(series: Series, episode: RuptureEpisode | undefined): EpisodeFacts | null {
  if (episode === undefined) return null
  const { level, state, peak, trough, troughScore, end } = episode
  return {
    level,
    state,
    from: { index: peak, value: series[peak] ?? episode.reference },
    to: { index: trough, value: troughScore },
    backAt: state === 'repaired' ? end : null,
  }
}
