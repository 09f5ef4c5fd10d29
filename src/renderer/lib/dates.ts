import { dateLocaleFor } from '#shared/i18n/date-locale.ts'
import { language } from '#shared/i18n/language.ts'
import { dateIn, lastPossibleDay } from '#shared/records/days.ts'

let locale: string = language

/** From now on dates and times are written in English, in the order and the hours of the computer's locale. */
export function setDateLocale(computer: string): void {
  locale = dateLocaleFor(computer)
}

/** Writes an instant in a form of the catalogue, in the locale that dates have at the time of the call. */
export function dateFormat(options: Intl.DateTimeFormatOptions): (moment: Date) => string {
  const format = new Intl.DateTimeFormat(locale, options)
  return (moment) => format.format(moment)
}

/** A calendar date (`2025-03-04`) in words, such as 4 Mar 2025; the same day in every zone. */
export function dayInWords(date: string): string {
  return dayOf(date, 'UTC')
}

/** A month (`2018-11`) in words, such as November 2018. */
export function monthInWords(month: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  )
}

/** The day of an instant in words, in the given zone or the computer's. */
export function dayOf(moment: Date | string, timeZone = zoneHere()): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(moment))
}

/** The same with the day of the week before it. */
export function weekdayOf(moment: Date | string, timeZone = zoneHere()): string {
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const
  return new Intl.DateTimeFormat(locale, { weekday: 'long', ...day, timeZone }).format(new Date(moment))
}

/** The time of day of an instant, such as 14:05, in the given zone or the computer's. */
export function timeOf(moment: Date | string, timeZone = zoneHere()): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(new Date(moment))
}

/** A time of day without a date (`14:05`), in the same form. */
export function timeOfDayInWords(timeOfDay: string): string {
  return timeOf(`1970-01-01T${timeOfDay}Z`, 'UTC')
}

/** The day and the time of an instant. */
export function dayAndTimeOf(moment: Date | string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment))
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
