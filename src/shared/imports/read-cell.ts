import { calendarDateSchema } from '../records/calendar.ts'
import type { DateOrder, HowToRead } from './how-to-read.ts'

const numberShapes = {
  point: /^[+-]?\d+(?:\.\d+)?$/,
  comma: /^[+-]?\d+(?:,\d+)?$/,
  both: /^[+-]?\d+(?:[.,]\d+)?$/,
} as const satisfies Record<HowToRead['decimal'], RegExp>

/** A number as the table writes it; null for any other text, also one with marks between thousands. */
export function readNumber(text: string, decimal: HowToRead['decimal']): number | null {
  return numberShapes[decimal].test(text) ? Number(text.replace(',', '.')) : null
}

const timeOfDay = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?)?`
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${timeOfDay}$`, 'i')
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${timeOfDay}$`, 'i')

/** What a date says about its own order: nothing if both its first parts can be a month. Null for any other text. */
export function orderOfDate(text: string): DateOrder | 'year-first' | 'open' | null {
  if (yearFirst.test(text)) return 'year-first'
  const [, first, mark, second] = yearLast.exec(text) ?? []
  if (first === undefined || second === undefined) return null
  const canBeMonth = (part: string): boolean => Number(part) >= 1 && Number(part) <= 12
  // Between points the day comes first wherever dates are written so.
  if (mark === '.') return 'day-first'
  if (canBeMonth(first)) return canBeMonth(second) ? 'open' : 'month-first'
  return canBeMonth(second) ? 'day-first' : null
}

/**
 * The day that a text names, `YYYY-MM-DD`, without its time. A year of two digits is one of this century. Null for a text
 * that is no date, or none in the given order.
 */
export function readDate(text: string, order: DateOrder | null): string | null {
  const [, year, , month, day] = yearFirst.exec(text) ?? []
  if (year !== undefined && month !== undefined && day !== undefined) return dayOf(year, month, day)
  const [, first, mark, second, last] = yearLast.exec(text) ?? []
  if (first === undefined || second === undefined || last === undefined) return null
  const own = mark === '.' ? 'day-first' : order
  if (own === null) return null
  const inFull = last.length === 2 ? `20${last}` : last
  return own === 'day-first' ? dayOf(inFull, second, first) : dayOf(inFull, first, second)
}

function dayOf(year: string, month: string, day: string): string | null {
  const date = calendarDateSchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return date.success ? date.data : null
}
