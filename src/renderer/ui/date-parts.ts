/** The parts of a date as the user types them, in the calendar of the locale. A missing part is null. */
export interface DateParts {
  /** The name of the calendar, such as `gregory` or `buddhist`. */
  readonly calendar: string
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

export const partNames = ['year', 'month', 'day'] as const

const partsText = /^(?<calendar>[a-z-]+) (?<year>\d{0,6})-(?<month>\d{0,2})-(?<day>\d{0,2})$/

/** Writes the parts as a text that is no date: `gregory -03-20` if the year is missing. */
export function textOfParts({ calendar, year, month, day }: DateParts): string {
  const padded = (part: number | null) => (part === null ? '' : String(part).padStart(2, '0'))
  return `${calendar} ${year ?? ''}-${padded(month)}-${padded(day)}`
}

/** Reads what `textOfParts` wrote; null for any other text. */
export function partsOf(text: string): DateParts | null {
  const found = partsText.exec(text)?.groups
  if (!found) return null
  const part = (digits: string | undefined) => (digits ? Number(digits) : null)
  return {
    calendar: found['calendar'] ?? '',
    year: part(found['year']),
    month: part(found['month']),
    day: part(found['day']),
  }
}
