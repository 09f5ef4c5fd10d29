import { language } from '#shared/i18n/language.ts'
import { dateIn, lastPossibleDay } from '#shared/records/days.ts'

const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
const months = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A calendar date (`2025-03-04`) in words, such as March 4, 2025; the same day in every zone. */
export function dayInWords(date: string): string {
  return days.format(new Date(date))
}

/** A month (`2018-11`) in words, such as November 2018. */
export function monthInWords(month: string): string {
  return months.format(new Date(`${month}-01`))
}

/** The day of an instant in words, in the given zone or the computer's; `full` adds the weekday. */
export function dayOf(
  moment: Date | string,
  { dateStyle = 'long', timeZone = zoneHere() }: { dateStyle?: 'long' | 'full'; timeZone?: string } = {},
): string {
  return new Intl.DateTimeFormat(language, { dateStyle, timeZone }).format(new Date(moment))
}

/** The time of day of an instant, such as 02:05 PM, in the given zone or the computer's. */
export function timeOf(moment: Date | string, timeZone = zoneHere()): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone }).format(
    new Date(moment),
  )
}

/** The day and the time of an instant, short enough for a table. */
export function dayAndTimeOf(moment: Date | string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(moment),
  )
}

/** Whether an instant is today. */
export function isToday(moment: Date | string): boolean {
  return dayOf(moment) === dayOf(new Date())
}

/** This computer's time zone. */
export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Today on this computer, `YYYY-MM-DD`, and its time zone. */
export function todayHere(): { date: string; zone: string } {
  // The date library remembers the zone for good, so it would miss a change.
  const zone = zoneHere()
  return { date: dateIn(zone, new Date()), zone }
}

/** The last day that a session may have been held on. See `lastPossibleDay`. */
export function lastDayFor({ zone }: { readonly zone: string }): string {
  return lastPossibleDay(zone, zoneHere(), new Date())
}
