import { ratingsOf } from './series.ts'
import type { Series } from './series.ts'

// Attune's choice: within a tenth of the scale from its top.
const shareOfRange = 0.1

/**
 * Says whether a client rates near the ceiling: the median within 10 % of the range from the scale's top.
 *
 * Near the top only a fall has room, so limits around the mean mislead. False without ratings.
 */
export function isNearCeiling(series: Series, scale: { minimum: number; maximum: number }): boolean {
  const sorted = ratingsOf(series)
    .map(({ value }) => value)
    .toSorted((a, b) => a - b)
  const upperMiddle = sorted[Math.floor(sorted.length / 2)]
  const lowerMiddle = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upperMiddle === undefined || lowerMiddle === undefined) return false
  const median = lowerMiddle + (upperMiddle - lowerMiddle) / 2
  return median >= scale.maximum - shareOfRange * (scale.maximum - scale.minimum)
}
