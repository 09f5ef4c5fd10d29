import { parseDate } from '@internationalized/date'

/** A zone's format. Remembered, because making one takes longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar date of an instant in a zone, `YYYY-MM-DD`. Throws a RangeError for a zone the platform doesn't know. */
export function dateIn(zone: string, instant: Date): string {
  // Swedish dates use the ISO 8601 format.
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
  formats.set(zone, format)
  return format.format(instant)
}

/**
 * The last day that a session may have been held on: today in the session's own zone or in this computer's, whichever
 * is later.
 *
 * Both count, because the session may have been planned in one zone and held in the other. A zone that the platform
 * doesn't know doesn't count.
 */
export function lastPossibleDay(sessionZone: string, zoneHere: string, now: Date): string {
  const here = dateIn(zoneHere, now)
  const there = dateOrNull(sessionZone, now)
  return there !== null && there > here ? there : here
}

function dateOrNull(zone: string, instant: Date): string | null {
  try {
    return dateIn(zone, instant)
  } catch {
    return null
  }
}

const dayMilliseconds = 24 * 60 * 60 * 1000

/** How many days lie between two calendar dates; below 0 if the second is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds)
}

/** The calendar date some days after another. */
export function dayAfter(date: string, days: number): string {
  return parseDate(date).add({ days }).toString()
}
