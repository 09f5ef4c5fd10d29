import { meanOf } from './series.ts'
import { studentQuantile } from './student-t.ts'

// The quantile of the normal distribution for an interval of 95 %.
const normal95 = 1.96

/**
 * Gives the mean of the second values minus the first, pair by pair, and half the width of its 95 % interval.
 *
 * The margin is infinite with fewer than two pairs.
 */
export function meanDifference(
  first: readonly number[],
  second: readonly number[],
): { mean: number; margin: number } {
  const differences = first.map((value, pair) => (second[pair] ?? value) - value)
  const mean = meanOf(differences) ?? 0
  const freedom = differences.length - 1
  if (freedom < 1) return { mean, margin: Number.POSITIVE_INFINITY }
  const squares = differences.reduce((sum, difference) => sum + (difference - mean) ** 2, 0)
  const error = Math.sqrt(squares / freedom / differences.length)
  return { mean, margin: studentQuantile(normal95, freedom) * error }
}
