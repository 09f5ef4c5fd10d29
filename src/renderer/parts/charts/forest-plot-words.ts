import type { TFunction } from 'i18next'
import { numberFormat } from '#renderer/lib/numbers.ts'
import type { ForestRow, ForestStatistic } from './forest-groups.ts'
import type { ForestWeights } from './forest-plot-weights.ts'

/** One finding in words, for the drawing, the table and the readout. */
export type ForestWords = {
  id: string
  label: string
  /** Its source and its strength. */
  notes: string[]
  /** "0.28", or "g 0.57" if d and g share the axis. */
  estimate: string
  /** "[0.23, 0.33]", empty if no interval was printed. */
  brackets: string
  /** "95% interval", or that none was given. */
  intervalNote: string
  /** "0.23 to 0.33 (95%)", or that none was given. */
  interval: string
}

/** Describes one finding of a plot. */
export function forestWords(row: ForestRow, t: TFunction, language: string): ForestWords {
  const print = figureFormat(language)
  const { interval, statistic, value } = row
  const figure = print(value)
  return {
    id: row.id,
    label: row.label,
    notes: [[row.source, row.strength.words].filter((part) => part !== null).join(' · ')],
    estimate:
      statistic === 'd' || statistic === 'g'
        ? t('charts.forest.namedFigure', { name: statistic, figure })
        : figure,
    brackets:
      interval === null
        ? ''
        : t('charts.forest.brackets', { low: print(interval.low), high: print(interval.high) }),
    intervalNote:
      interval === null
        ? t('charts.forest.noInterval')
        : t('charts.forest.intervalLevel', { level: interval.level }),
    interval:
      interval === null
        ? t('charts.forest.noInterval')
        : t('charts.forest.interval', {
            low: print(interval.low),
            high: print(interval.high),
            level: interval.level,
          }),
  }
}

/** The design and size that all rows share, to be shown once; null if rows differ. */
export function sharedNote(words: readonly ForestWords[]): string | null {
  const [first, ...others] = words.map(({ notes }) => notes.join(' '))
  if (first === undefined || others.length === 0) return null
  return others.every((note) => note === first) ? first : null
}

/** Describes a plot in one sentence: the number of findings, their range, and how many have an interval. */
export function forestSentence(rows: readonly ForestRow[], t: TFunction, language: string): string {
  const print = figureFormat(language)
  const values = rows.map(({ value }) => value)
  const withInterval = rows.filter(({ interval }) => interval !== null).length
  const range = t('charts.forest.findings', {
    count: rows.length,
    low: print(Math.min(...values)),
    high: print(Math.max(...values)),
  })
  const intervals =
    withInterval === 0
      ? t('charts.forest.intervals.none')
      : withInterval === rows.length
        ? t('charts.forest.intervals.all', { count: rows.length })
        : t('charts.forest.intervals.some', { count: withInterval })
  return t('charts.forest.sentence', { range, intervals })
}

/** Says what a hollow and a larger square mean, so that it is read before the squares are. */
export function squaresInWords(
  rows: readonly ForestRow[],
  { basis, counted = '' }: Pick<ForestWeights, 'basis' | 'counted'>,
  t: TFunction,
): string[] {
  const withInterval = rows.filter(({ interval }) => interval !== null).length
  return [
    ...(withInterval === rows.length
      ? []
      : [t(withInterval === 0 ? 'charts.forest.allHollow' : 'charts.forest.hollow')]),
    ...(rows.length === 1 ? [] : [t(`charts.forest.size.${basis}`, { counted })]),
  ]
}

/** The name of the line of no effect for a statistic. */
export function noEffectWords(statistic: ForestStatistic, t: TFunction): string {
  return t(`charts.forest.noEffect.${statistic}`)
}

/** Figures with two to four digits after the point and a true minus sign. */
export function figureFormat(language: string): (figure: number) => string {
  return numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 4 }, language).format
}

/** Numbers of the axis, without needless digits. */
export function tickFormat(language: string): (tick: number) => string {
  return numberFormat({ maximumSignificantDigits: 2 }, language).format
}
