import { parseDate, toCalendarDateTime, toZoned, Time } from '@internationalized/date'

/** Gives the instant that many minutes after the hour of that day in the zone, but never one after `now`. */
export function instantAt(
  date: string,
  hour: number,
  minutesLater: number,
  { zone, now }: { zone: string; now: string },
): string {
  const start = toZoned(toCalendarDateTime(parseDate(date), new Time(hour)), zone)
  const instant = start.add({ minutes: minutesLater }).toDate()
  const latest = new Date(now)
  return (instant < latest ? instant : latest).toISOString()
}
