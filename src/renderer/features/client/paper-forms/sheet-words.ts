import type { TFunction } from 'i18next'
import type { InstrumentItem } from '#shared/instruments/instrument-item.ts'

/** When a question is to be answered, as the sheet says it; null if it depends on no earlier ones. */
export function conditionInWords(
  { askedIf }: InstrumentItem,
  items: readonly InstrumentItem[],
  t: TFunction,
): string | null {
  if (askedIf === undefined) return null
  const places = items.flatMap(({ id }, at) => (askedIf.anyOf.includes(id) ? [at] : []))
  const numbers = places.map((at) => String(at + 1))
  const [first] = places.flatMap((at) => items[at] ?? [])
  const label = first?.labels?.find(({ value }) => value >= askedIf.atOrAbove)?.text
  return label === undefined
    ? t('paperForms.paper.onlyIfNumber', { value: askedIf.atOrAbove, numbers })
    : t('paperForms.paper.onlyIf', { label, numbers })
}

/** The numbers that a question can be answered with, lowest first. */
export function numbersOf({ minimum, maximum, step }: InstrumentItem): number[] {
  const count = Math.round((maximum - minimum) / step) + 1
  return Array.from({ length: count }, (_, at) => Number((minimum + at * step).toFixed(6)))
}
