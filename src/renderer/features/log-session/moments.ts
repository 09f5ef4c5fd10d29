import { getLocalTimeZone, parseDate, today } from '@internationalized/date'

/** The time of day as it is written here, such as 14:05. */
export function timeOf(moment: Date | string): string {
  return new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(new Date(moment))
}

/** The day of an instant, such as 4 March 2025. */
export function dayOf(moment: Date | string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(new Date(moment))
}

/** Whether an instant lies in the day that is now. */
export function isToday(moment: Date | string): boolean {
  return dayOf(moment) === dayOf(new Date())
}

/** A calendar date (`2025-03-04`) in words; the same day in every zone. */
export function dayInWords(date: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' }).format(
    parseDate(date).toDate('UTC'),
  )
}

/** Today on this computer, `YYYY-MM-DD`, and the zone it counts in. */
export function todayHere(): { date: string; zone: string } {
  const zone = getLocalTimeZone()
  return { date: today(zone).toString(), zone }
}
