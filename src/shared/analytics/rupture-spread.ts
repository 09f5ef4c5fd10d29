import type { Variation } from './earlier-ratings.ts'
import { studentQuantile } from './student-t.ts'

/** A spread of one client's ratings that is known from elsewhere, in points of the scale. */
export interface KnownSpread {
  /**
   * `published`: a within-client standard deviation with a source; `pooled`: the same over the clients of this vault;
   * `measurement-error`: the standard error of measurement, from the scale's reliability.
   */
  kind: 'published' | 'pooled' | 'measurement-error'
  points: number
  /** The source in words; null or absent for the vault's own clients. */
  source?: string | null
}

/** The yardstick of a decline, and what it is made of; all in points of the scale. */
export interface Spread {
  spread: number
  /** What stands beside the client's own spread; `share-of-range` if nothing is known of the scale's error. */
  knownFrom: KnownSpread['kind'] | 'share-of-range'
  /** That spread. */
  knownSpread: number
  /** The client's own spread, around the straight line through the ratings so far. */
  ownSpread: number
  /** How much of the yardstick's square comes from the client's own spread, 0 to 1. */
  ownShare: number
  /** The yardstick is never smaller than this. */
  leastSpread: number
}

/** The share of the range that stands in for the spread of a scale of which nothing is known. */
export const unknownSpreadShare = 0.02

/** The weight of the known spread, as a number of ratings (found by the search over parameter sets). */
export const knownSpreadWeight = 2

/** The least yardstick as a share of the range: a fall of some 8 % of the range is the smallest that can be found. */
export const leastSpreadShare = 0.025

/** What of a scale its yardstick depends on. */
export interface SpreadScale {
  scaleRange: number
  step: number
  unknownShare: number
  known: KnownSpread | null
}

/**
 * Gives the yardstick with what it is made of: the client's own spread, drawn towards what is known of the scale.
 *
 * Its square is the mean of both squares, weighted with the degrees of freedom of the client's own spread and
 * `knownSpreadWeight`. If nothing is known of the scale, a share of its range stands in. Never below half a step.
 */
export function ruptureSpread(earlier: Variation, scale: SpreadScale): Spread {
  const { knownSpread, leastSpread } = boundsOfSpread(scale)
  return {
    spread: drawnSpread(earlier, { knownSpread, leastSpread }),
    knownFrom: scale.known?.kind ?? 'share-of-range',
    knownSpread,
    ownSpread: earlier.residualSd,
    ownShare: ownShareOf(earlier),
    leastSpread,
  }
}

/** What a scale gives to the yardstick of every session. */
export function boundsOfSpread({
  scaleRange,
  step,
  unknownShare,
  known,
}: SpreadScale): Pick<Spread, 'knownSpread' | 'leastSpread'> {
  return {
    knownSpread: known?.points ?? unknownShare * scaleRange,
    leastSpread: Math.max(leastSpreadShare * scaleRange, step / 2),
  }
}

/** Gives the yardstick alone, for use in each of many sessions. */
export function drawnSpread(
  earlier: Variation,
  { knownSpread, leastSpread }: Pick<Spread, 'knownSpread' | 'leastSpread'>,
): number {
  const ownShare = ownShareOf(earlier)
  const drawn = Math.sqrt(ownShare * earlier.residualSd ** 2 + (1 - ownShare) * knownSpread ** 2)
  return Math.max(drawn, leastSpread)
}

function ownShareOf({ degreesOfFreedom }: Variation): number {
  return degreesOfFreedom / (degreesOfFreedom + knownSpreadWeight)
}

/**
 * Gives the depth that is asked for at a number of ratings, from the one that is asked for with very many.
 *
 * The spread of few ratings is itself uncertain, so more depth is needed: as much more as Student's t needs than the
 * normal distribution.
 */
export function depthAfter(depth: number, earlier: Variation): number {
  return studentQuantile(depth, earlier.degreesOfFreedom + knownSpreadWeight)
}
