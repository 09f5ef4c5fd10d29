import type { EarlierRatings } from './earlier-ratings.ts'

/** The yardstick of a decline, in points of the scale, and which of its three sources set it. */
export interface Spread {
  spread: number
  spreadSetBy: 'within' | 'between' | 'floor'
}

/** The moving ranges there must be for the client's own spread to count; from fewer it says too little (Attune's choice). */
export const fewestMovingRanges = 4

/**
 * Gives the largest of three spreads: the client's own, that between clients, and half a step of the scale.
 *
 * The client's own (mean moving range / 1.128) counts from four moving ranges on. Where two are equal, the one
 * nearer to the client is named.
 */
export function ruptureSpread(earlier: EarlierRatings, betweenSd: number, step: number): Spread {
  const within = earlier.movingRanges >= fewestMovingRanges ? earlier.sigma : 0
  const floor = step / 2
  if (within >= betweenSd && within >= floor) return { spread: within, spreadSetBy: 'within' }
  if (betweenSd >= floor) return { spread: betweenSd, spreadSetBy: 'between' }
  return { spread: floor, spreadSetBy: 'floor' }
}
