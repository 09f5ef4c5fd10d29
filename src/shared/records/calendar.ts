import { z } from 'zod'

const earliest = '1900-01-01'
const latest = '2100-12-31'

/** Whether a text is a date of the calendar between 1900 and 2100, as `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < earliest || text > latest) return false
  // A day that its month doesn't have is read as one of the next month.
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** A calendar date as `YYYY-MM-DD`, without a time of day: it stays the same day in every zone. */
export const calendarDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCalendarDate, 'not a date of the calendar between 1900 and 2100')

const earliestInstant = Date.UTC(2020, 0, 1)
/** Two years before the calendar's end, so that dates counted on from today still lie in it. */
const latestInstant = Date.UTC(2098, 11, 31)

/**
 * A clock's instant, or the nearest one between 2020 and 2098. A wrong clock then writes no date that a reader refuses.
 */
export function withinCalendar(instant: Date): Date {
  const milliseconds = instant.getTime()
  if (Number.isNaN(milliseconds)) return new Date(earliestInstant)
  return new Date(Math.min(latestInstant, Math.max(earliestInstant, milliseconds)))
}

/** An instant in UTC, ISO 8601 with milliseconds. */
export const instantSchema = z.iso.datetime()

/** A time of day as `HH:MM` of 24 hours, in the time zone of the day that it belongs to. */
export const timeOfDaySchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

/** An IANA time zone name, such as `Europe/Oslo`. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_+/-]*$/)
