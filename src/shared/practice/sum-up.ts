import { meanInterval, medianInterval, shareInterval, type Interval } from './clustered-intervals.ts'
import type { Observe } from './observe-client.ts'
import {
  measureFacts,
  missingFor,
  practiceMeasures,
  type Estimate,
  type MeasureOverTime,
  type Practice,
  type PracticeMeasure,
} from './practice.ts'

/** The units of one client in one period; only a median needs each value. */
interface ClientUnits {
  n: number
  sum: number
  readonly values: number[]
}

type ByPeriod = Map<string, ClientUnits>

/** Adds up the units of clients by measure and quarter, then works out every measure for all periods. */
export function createPracticeSums() {
  const clients: Readonly<Record<PracticeMeasure, ByPeriod[]>> = byMeasure(() => [])
  return {
    /** Begins with another client, and returns what takes their units. */
    nextClient: (): Observe => {
      const own = new Map<PracticeMeasure, ByPeriod>()
      return (measure, date, value) => {
        let quarters = own.get(measure)
        if (quarters === undefined) {
          quarters = new Map()
          own.set(measure, quarters)
          clients[measure].push(quarters)
        }
        add(quarters, quarterOf(date), value, measureFacts[measure].kind === 'median')
      }
    },
    measures: (): Practice['measures'] => byMeasure((measure) => overTime(measure, clients[measure])),
  }
}

function byMeasure<T>(make: (measure: PracticeMeasure) => T): Record<PracticeMeasure, T> {
  // `fromEntries` loses the names, which the list gives.
  return Object.fromEntries(practiceMeasures.map((measure) => [measure, make(measure)])) as Record<
    PracticeMeasure,
    T
  >
}

/** The quarter of a date: `2026-2` of 2026-05-04. */
function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-${String(Math.ceil(Number(date.slice(5, 7)) / 3))}`
}

function add(periods: ByPeriod, period: string, value: number, isKept: boolean): void {
  let units = periods.get(period)
  if (units === undefined) {
    units = { n: 0, sum: 0, values: [] }
    periods.set(period, units)
  }
  units.n += 1
  units.sum += value
  if (isKept) units.values.push(value)
}

function overTime(measure: PracticeMeasure, clients: readonly ByPeriod[]): MeasureOverTime {
  const estimates = (periodOf: (quarter: string) => string): Estimate[] => {
    const merged = clients.map((quarters) => mergedBy(quarters, periodOf))
    const periods = new Set(merged.flatMap((own) => [...own.keys()]))
    return [...periods].toSorted().map((period) =>
      estimateOf(
        measure,
        period,
        merged.flatMap((own) => own.get(period) ?? []),
      ),
    )
  }
  return {
    whole: estimates(() => 'all')[0] ?? estimateOf(measure, 'all', []),
    years: estimates((quarter) => quarter.slice(0, 4)),
    quarters: estimates((quarter) => quarter),
  }
}

function mergedBy(quarters: ByPeriod, periodOf: (quarter: string) => string): ByPeriod {
  const merged: ByPeriod = new Map()
  for (const [quarter, { n, sum, values }] of quarters) {
    const before = merged.get(periodOf(quarter)) ?? { n: 0, sum: 0, values: [] }
    merged.set(periodOf(quarter), {
      n: before.n + n,
      sum: before.sum + sum,
      values: [...before.values, ...values],
    })
  }
  return merged
}

function estimateOf(measure: PracticeMeasure, period: string, units: readonly ClientUnits[]): Estimate {
  const n = units.reduce((sum, own) => sum + own.n, 0)
  const isShare = measureFacts[measure].kind === 'share'
  const counts = { period, n, clients: units.length }
  return {
    ...counts,
    count: isShare ? units.reduce((sum, own) => sum + own.sum, 0) : null,
    interval: missingFor(measure, counts) === null ? intervalOf(measure, units) : null,
  }
}

function intervalOf(measure: PracticeMeasure, units: readonly ClientUnits[]): Interval | null {
  switch (measureFacts[measure].kind) {
    case 'share':
      return shareInterval(units)
    case 'mean': {
      const found = meanInterval(units)
      const { lowest = Number.NEGATIVE_INFINITY } = measureFacts[measure]
      return found && { ...found, low: Math.max(lowest, found.low) }
    }
    case 'median':
      return medianInterval(units.map(({ values }) => values))
  }
}
