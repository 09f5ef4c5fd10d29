import { parseDate, toCalendarDateTime, toZoned, Time } from '@internationalized/date'

/**
 * Gives instants of a day in a zone by their minutes after an hour, but never one after `now`. Throws for a zone that
 * does not exist.
 */
export function instantsAfter(
  date: string,
  hour: number,
  { zone, now }: { zone: string; now: string },
): (minutesLater: number) => string {
  const start = toZoned(toCalendarDateTime(parseDate(date), new Time(hour)), zone)
    .toDate()
    .getTime()
  const latest = new Date(now).getTime()
  return (minutesLater) => new Date(Math.min(start + minutesLater * 60_000, latest)).toISOString()
}
