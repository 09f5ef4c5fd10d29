import type { TFunction } from 'i18next'
import type { Effect } from '#shared/evidence/effect.ts'
import { numberFormat } from '#renderer/lib/numbers.ts'

type Statistic = Effect['statistic']

// Sources print coefficients with two decimals; a stored 0.4 has lost the second.
const withTwoDecimals: ReadonlySet<Statistic> = new Set<Statistic>([
  'b',
  'beta',
  'r',
  'd',
  'g',
  'r-squared-change',
  'hazard-ratio',
  'indirect-effect',
])

/** A number for the screen: two to four decimals for a coefficient, a true minus sign, 1,234. */
export function numberWords(value: number, minimumFractionDigits = 0): string {
  return numberFormat({ minimumFractionDigits, maximumFractionDigits: 4 }).format(value)
}

/** A finding's figure with the name of its statistic: "r = 0.28", "3.9%", or words for none. */
export function figureWords(t: TFunction, effect: Effect): string {
  const { statistic, value, range } = effect
  const print = (number: number) => numberWords(number, withTwoDecimals.has(statistic) ? 2 : 0)
  if (value !== undefined) return t(`evidence.figure.${statistic}`, { value: print(value) })
  if (range === undefined) return t('evidence.figure.direction')
  const words = t('evidence.range', { low: print(range.low), high: print(range.high) })
  return t(`evidence.figure.${statistic}`, { value: words })
}

// In a narrow column a line may break after one of these, but not inside.
const noBreak = '\u00a0'

/** The test behind a figure, as far as it is published: "t = −3.55, df = 528, p = 0.01". Empty if there is none. */
export function testWords(t: TFunction, { t: tValue, df, p }: Effect): string {
  return [
    tValue === undefined ? null : t('evidence.test.t', { value: numberWords(tValue, 2) }),
    df === undefined ? null : t('evidence.test.df', { value: numberWords(df) }),
    p === undefined ? null : t('evidence.test.p', { relation: p.relation, value: numberWords(p.value, 2) }),
  ]
    .filter((part) => part !== null)
    .map((part) => part.replaceAll(' ', noBreak))
    .join(', ')
}

/** The confidence interval of a finding, "0.23 to 0.33"; null if none is published. */
export function intervalWords(t: TFunction, { ci, statistic }: Effect): string | null {
  if (ci === undefined) return null
  const print = (number: number) => numberWords(number, withTwoDecimals.has(statistic) ? 2 : 0)
  return t('evidence.interval', { level: numberWords(ci.level), low: print(ci.low), high: print(ci.high) })
}
