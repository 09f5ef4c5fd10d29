/** A change of one client compared with the error of the measure. */
export interface ReliableChange {
  /** Change in standard errors of a difference; the sign is that of after - before. */
  index: number
  standardErrorOfMeasurement: number
  standardErrorOfDifference: number
  /** The change, in points of the scale, beyond which it is called reliable. */
  threshold: number
  isReliable: boolean
}

/**
 * Judges whether a change is larger than the measure's own error explains.
 *
 * SEM = sd sqrt(1 - reliability); standard error of a difference = sqrt(2) SEM; index = (after - before) / it;
 * reliable if |after - before| is strictly above criterion times it, criterion 1.96 by default. `sd` is that of
 * clients before treatment. A perfectly reliable measure makes any change reliable. An index too large for a number
 * is given as the largest number. Throws RangeError if before, after, sd or criterion is not finite, sd or criterion
 * is negative, or reliability lies outside 0 to 1. Source: Jacobson and Truax (1991), Journal of Consulting and
 * Clinical Psychology 59, 12-19.
 */
export function reliableChange({
  before,
  after,
  sd,
  reliability,
  criterion = 1.96,
}: {
  before: number
  after: number
  sd: number
  reliability: number
  criterion?: number
}): ReliableChange {
  const isFinite = [before, after, sd, criterion].every(Number.isFinite)
  if (!isFinite || sd < 0 || criterion < 0 || !(reliability >= 0 && reliability <= 1)) {
    throw new RangeError(
      'Reliable change needs finite scores, sd and criterion from 0, reliability from 0 to 1',
    )
  }
  const change = capped(after - before)
  const standardErrorOfMeasurement = sd * Math.sqrt(1 - reliability)
  const standardErrorOfDifference = capped(Math.SQRT2 * standardErrorOfMeasurement)
  const threshold = capped(criterion * standardErrorOfDifference)
  return {
    index: change === 0 ? 0 : capped(change / standardErrorOfDifference),
    standardErrorOfMeasurement,
    standardErrorOfDifference,
    threshold,
    isReliable: Math.abs(change) > threshold,
  }
}

function capped(value: number): number {
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value))
}
