import type { TFunction } from 'i18next'
import { measureFacts, missingFor, type Estimate, type PracticeMeasure } from '#shared/practice/practice.ts'
import { numberFormat, type NumberFormat } from '#renderer/lib/numbers.ts'

/** How numbers of a measure are written. */
type Writing = 'percent' | 'per-100' | 'signed-points' | 'points' | 'sessions'

const writings: Readonly<Record<PracticeMeasure, Writing>> = {
  ruptures: 'per-100',
  noted: 'percent',
  repaired: 'percent',
  sessionsToRepair: 'sessions',
  completion: 'percent',
  difference: 'signed-points',
  distance: 'points',
  guesses: 'points',
}

/** Writes the numbers of a measure: `tick` for an axis, `short` without its unit, `inWords` with it. */
export function numbersOf(measure: PracticeMeasure, t: TFunction, language: string) {
  const writing = writings[measure]
  const formatWith = (maximumFractionDigits: number) =>
    numberFormat(
      {
        maximumFractionDigits,
        ...(writing === 'signed-points' ? { signDisplay: 'exceptZero' } : {}),
        ...(writing === 'percent' ? { style: 'percent' } : {}),
      },
      language,
    )
  const [ofTicks, ofValues] = [formatWith(2), formatWith(writing === 'percent' ? 0 : 1)]
  const write = (format: NumberFormat, value: number): string =>
    format.format(writing === 'per-100' ? value * 100 : value)
  const tick = (value: number): string => write(ofTicks, value)
  const short = (value: number): string => write(ofValues, value)
  const inWords = (value: number): string => {
    const written = short(value)
    // The form of the noun follows the rounded number.
    const count = Math.abs(Math.round(value * 10) / 10)
    if (writing === 'points' || writing === 'signed-points')
      return t('practice.value.points', { value: written, count })
    if (writing === 'sessions') return t('practice.value.sessions', { value: written, count })
    return written
  }
  return { tick, short, inWords }
}

/** The units and clients that a number comes from; with the count for a share. */
export function fromInWords(measure: PracticeMeasure, { n, clients, count }: Estimate, t: TFunction): string {
  const units = t(`practice.units.${measure}`, { count: n })
  const ofClients = t('practice.clients', { count: clients })
  return count === null || n === 0
    ? t('practice.from', { units, clients: ofClients })
    : t('practice.ofUnits', { count, units, clients: ofClients })
}

/** What a measure still needs to be shown; null if it has enough. */
export function missingInWords(measure: PracticeMeasure, estimate: Estimate, t: TFunction): string | null {
  const missing = missingFor(measure, estimate)
  if (missing === null) return null
  const units = t(`practice.units.${measure}`, { count: missing.units })
  const clients = t('practice.clients', { count: missing.clients })
  if (missing.units === 0) return clients
  return missing.clients === 0 ? units : t('practice.andClients', { units, clients })
}

/** The measure over all time in a sentence, or what it lacks. */
export function wholeInWords(
  measure: PracticeMeasure,
  whole: Estimate,
  t: TFunction,
  language: string,
): string {
  const { interval } = whole
  const from = fromInWords(measure, whole, t)
  if (interval === null)
    return t('practice.silent', { from, missing: missingInWords(measure, whole, t) ?? '' })
  const { short, inWords } = numbersOf(measure, t, language)
  return t('practice.whole', {
    value: inWords(interval.value),
    low: short(interval.low),
    high: short(interval.high),
    from,
  })
}

/** Whether a measure is a share that is drawn from 0 to 100%. */
export function isDrawnWhole(measure: PracticeMeasure): boolean {
  return measureFacts[measure].kind === 'share' && measure !== 'ruptures'
}
