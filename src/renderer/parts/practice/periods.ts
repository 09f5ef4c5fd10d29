import type { TFunction } from 'i18next'
import type { Estimate, MeasureOverTime, PracticeMeasure } from '#shared/practice/practice.ts'
import type { PeriodInWords } from '#renderer/parts/charts/period-plot.tsx'
import { fromInWords, missingInWords, numbersOf } from './measure-words.ts'

/** Years, or quarters of a year. */
export type PeriodKind = 'year' | 'quarter'

/** Every period from the first to the last with any unit, also those without, in words. */
export function periodsInWords(
  measure: PracticeMeasure,
  { years, quarters }: MeasureOverTime,
  kind: PeriodKind,
  { t, language }: { t: TFunction; language: string },
): PeriodInWords[] {
  const estimates = kind === 'year' ? years : quarters
  const { short, inWords } = numbersOf(measure, t, language)
  return withoutGaps(estimates, kind).map((estimate) => {
    const { period, interval } = estimate
    const missing = missingInWords(measure, estimate, t)
    return {
      id: period,
      label: labelOf(period, t),
      interval,
      value: interval === null ? t('practice.tooFew') : inWords(interval.value),
      between:
        interval === null
          ? missing === null
            ? ''
            : t('practice.missing', { missing })
          : t('practice.between', { low: short(interval.low), high: short(interval.high) }),
      from: fromInWords(measure, estimate, t),
    }
  })
}

function withoutGaps(estimates: readonly Estimate[], kind: PeriodKind): Estimate[] {
  const first = estimates[0]?.period
  const last = estimates.at(-1)?.period
  if (first === undefined || last === undefined) return []
  const known = new Map(estimates.map((estimate) => [estimate.period, estimate]))
  const isShare = estimates[0]?.count !== null
  const all: Estimate[] = []
  for (let period = first; period <= last; period = nextPeriod(period, kind))
    all.push(known.get(period) ?? { period, n: 0, clients: 0, count: isShare ? 0 : null, interval: null })
  return all
}

function nextPeriod(period: string, kind: PeriodKind): string {
  const [year = '', quarter = ''] = period.split('-')
  const nextYear = String(Number(year) + 1).padStart(4, '0')
  if (kind === 'year') return nextYear
  return quarter === '4' ? `${nextYear}-1` : `${year}-${String(Number(quarter) + 1)}`
}

function labelOf(period: string, t: TFunction): string {
  const [year = '', quarter] = period.split('-')
  return quarter === undefined ? year : t('practice.quarter', { year, quarter })
}

/** The first and the last year with any unit; null without one. */
export function spanOf(measures: readonly MeasureOverTime[]): { first: string; last: string } | null {
  const years = measures.flatMap((measure) => measure.years.map(({ period }) => period)).toSorted()
  const [first] = years
  const last = years.at(-1)
  return first === undefined || last === undefined ? null : { first, last }
}
