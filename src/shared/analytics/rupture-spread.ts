import type { EarlierRatings } from './earlier-ratings.ts'

/** The yardstick of a decline, in points of the scale, and which of its three sources it comes from. */
export interface Spread {
  spread: number
  spreadSetBy: 'within' | 'between' | 'floor'
}

/** The fewest moving ranges for the client's own spread to count (Attune's choice). */
export const fewestMovingRanges = 4

/**
 * Gives the largest of three spreads: the client's own, that between clients, and half a step of the scale.
 *
 * The client's own (mean moving range / 1.128) counts from four moving ranges on. Of two equal spreads it names the
 * earlier in this list.
 */
export function ruptureSpread(earlier: EarlierRatings, betweenSd: number, step: number): Spread {
  const within = earlier.movingRanges >= fewestMovingRanges ? earlier.sigma : 0
  const floor = step / 2
  if (within >= betweenSd && within >= floor) return { spread: within, spreadSetBy: 'within' }
  if (betweenSd >= floor) return { spread: betweenSd, spreadSetBy: 'between' }
  return { spread: floor, spreadSetBy: 'floor' }
}
