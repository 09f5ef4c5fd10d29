import { isRatio } from './forest-groups.ts'
import type { ForestRow, ForestStatistic } from './forest-groups.ts'

/** The basis of the squares' sizes. */
export type WeightBasis = 'interval' | 'count' | 'none'

/** Shares of the largest weight, from 0 to 1, one per row in order, their basis, and what was counted, if that is it. */
export type ForestWeights = { basis: WeightBasis; shares: number[]; counted?: string }

/**
 * Gives the relative weight of each finding.
 *
 * The weight is the inverse of the variance if every row has an interval of the same level (on the scale with
 * symmetric intervals: Fisher's z for r, the logarithm for ratios); else the count, if all count the same things;
 * else all rows weigh the same. Source: Borenstein and others (2009), Introduction to Meta-Analysis, chapter 11.
 */
export function forestWeights(statistic: ForestStatistic, rows: readonly ForestRow[]): ForestWeights {
  const widths = rows.map(({ interval }) => (interval === null ? 0 : widthOf(interval, statistic)))
  const levels = new Set(rows.map(({ interval }) => interval?.level))
  const areWidthsUsable = widths.every((width) => width > 0 && Number.isFinite(width))
  if (areWidthsUsable && levels.size === 1) {
    return { basis: 'interval', shares: sharesOf(widths.map((width) => width ** -2)) }
  }
  const counted = new Set(rows.map(({ n }) => n?.of))
  const [of] = counted
  if (counted.size === 1 && of !== undefined) {
    return { basis: 'count', shares: sharesOf(rows.map(({ n }) => n?.count ?? 0)), counted: of }
  }
  return { basis: 'none', shares: rows.map(() => 1) }
}

function widthOf({ low, high }: { low: number; high: number }, statistic: ForestStatistic): number {
  if (statistic === 'r') return Math.atanh(high) - Math.atanh(low)
  return isRatio(statistic) ? Math.log(high) - Math.log(low) : high - low
}

function sharesOf(weights: readonly number[]): number[] {
  const most = Math.max(...weights)
  return weights.map((weight) => weight / most)
}
