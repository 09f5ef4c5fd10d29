import { isRating } from './series.ts'
import type { Series } from './series.ts'

/** Cumulative sums as long as the series, in points of the scale, and the sessions that signal. */
export interface Cusum {
  /** Accumulated excess above target + slack. */
  high: number[]
  /** Accumulated shortfall below target - slack, as a positive sum. */
  low: number[]
  /** Rated sessions at which either sum is strictly above the decision interval. */
  signals: number[]
}

/**
 * Runs a two-sided tabular CUSUM.
 *
 * high = max(0, high before + x - (target + slack)), low = max(0, low before + (target - slack) - x), both starting
 * at 0. Target, slack and decision are in points of the scale. Slack is usually half a sigma, the decision interval 4
 * to 5 sigma. A gap leaves both sums unchanged and never signals. All lists are empty if a parameter is not finite.
 * Source: NIST/SEMATECH e-Handbook 6.3.2.3; Montgomery, Introduction to Statistical Quality Control.
 */
export function cusum(
  series: Series,
  { target, slack, decision }: { target: number; slack: number; decision: number },
): Cusum {
  const result: Cusum = { high: [], low: [], signals: [] }
  if (![target + slack, target - slack, decision].every(Number.isFinite)) return result
  let high = 0
  let low = 0
  series.forEach((value, index) => {
    if (isRating(value)) {
      high = Math.min(Number.MAX_VALUE, Math.max(0, high + value - (target + slack)))
      low = Math.min(Number.MAX_VALUE, Math.max(0, low + (target - slack) - value))
      if (high > decision || low > decision) result.signals.push(index)
    }
    result.high.push(high)
    result.low.push(low)
  })
  return result
}
