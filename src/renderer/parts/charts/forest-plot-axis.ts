import { isRatio } from './forest-groups.ts'
import type { ForestRow, ForestStatistic } from './forest-groups.ts'

/** The axis of one forest plot; always includes the point of no effect, every figure and every interval. */
export type ForestAxis = {
  scale: 'linear' | 'log'
  domain: [low: number, high: number]
  ticks: number[]
  noEffect: 0 | 1
}

const ratioTicks: readonly { most: number; above: readonly number[] }[] = [
  { most: 2, above: [1.5, 2] },
  { most: 4, above: [2, 4] },
  { most: 10, above: [2, 5, 10] },
  { most: 20, above: [2, 5, 20] },
  { most: 100, above: [5, 20, 100] },
]

const roundBounds = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]

/**
 * The axis for findings of one statistic.
 *
 * r has its whole scale, a share of the differences runs from 0 to 1, ratios have a log axis that reaches as far
 * below 1 as above it. Statistics without bounds reach at least to 1 if they are in standard deviations, and half as
 * far on a side without findings.
 */
export function forestAxis(statistic: ForestStatistic, rows: readonly ForestRow[]): ForestAxis {
  const figures = rows.flatMap(({ value, interval }) => [
    value,
    ...(interval === null ? [] : [interval.low, interval.high]),
  ])
  if (isRatio(statistic)) return ratioAxis(figures)
  if (statistic === 'r') return linearAxis(-1, 1, 0.5)
  if (statistic === 'r-squared-change') return linearAxis(Math.min(0, ...figures), 1, 0.25)
  const standardised = statistic === 'd-or-g' || statistic === 'beta'
  const bound = roundUp(Math.max(standardised ? 1 : 0, ...figures.map(Math.abs)))
  const low = figures.some((figure) => figure < 0) ? -bound : -bound / 2
  const high = figures.some((figure) => figure > 0) ? bound : bound / 2
  return linearAxis(low, high, bound / 2)
}

/** The share of the axis, from 0 to 1, that an interval covers. */
export function shareOfAxis({ scale, domain }: ForestAxis, interval: { low: number; high: number }): number {
  const place = scale === 'log' ? Math.log : (figure: number) => figure
  return (place(interval.high) - place(interval.low)) / (place(domain[1]) - place(domain[0]))
}

function linearAxis(low: number, high: number, step: number): ForestAxis {
  const first = Math.ceil(low / step)
  const count = Math.floor(high / step) - first + 1
  const ticks = Array.from({ length: count }, (_, index) => (first + index) * step)
  return { scale: 'linear', domain: [low, high], ticks, noEffect: 0 }
}

function ratioAxis(figures: readonly number[]): ForestAxis {
  const furthest = Math.max(1, ...figures.map((figure) => Math.max(figure, 1 / figure)))
  const steps = ratioTicks.find(({ most }) => most >= furthest)
  const most = steps?.most ?? 10 ** Math.ceil(Math.log10(furthest))
  const above = steps?.above ?? [Math.sqrt(most), most]
  const below = above.toReversed().map((tick) => 1 / tick)
  return { scale: 'log', domain: [1 / most, most], ticks: [...below, 1, ...above], noEffect: 1 }
}

function roundUp(value: number): number {
  if (value === 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return (roundBounds.find((bound) => bound * power >= value) ?? 10) * power
}
