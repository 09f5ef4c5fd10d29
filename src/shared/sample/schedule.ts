import { type CalendarDate, getDayOfWeek, parseDate } from '@internationalized/date'

/** When a fictional client comes. */
export type Rhythm = {
  /** Days from the newest past session to today, at least 1; a weekend day moves back to Friday. */
  lastDaysAgo: number
  everyWeeks?: number
  /** The hour the session starts, in the therapist's zone. */
  hour: number
  /** Weeks off before the session with that number, beside the therapist's own holidays. */
  breaksBefore?: Readonly<Record<number, number>>
}

// The therapist of the sample is away at these times every year, as month * 100 + day.
const holidays = [
  { from: 715, to: 804 },
  { from: 1222, to: 1231 },
  { from: 101, to: 103 },
] as const

function isOnHoliday(date: CalendarDate): boolean {
  const day = date.month * 100 + date.day
  return holidays.some(({ from, to }) => day >= from && day <= to)
}

function weekday(date: CalendarDate): number {
  return getDayOfWeek(date, 'en-GB', 'mon')
}

/** The dates of the past sessions, oldest first, ending `lastDaysAgo` before today and reaching back through the breaks. */
export function pastDates(today: string, count: number, rhythm: Rhythm): string[] {
  let date = parseDate(today).subtract({ days: rhythm.lastDaysAgo })
  date = date.subtract({ days: Math.max(0, weekday(date) - 4) })
  const dates: string[] = []
  for (let number = count; number >= 1; number -= 1) {
    dates.unshift(date.toString())
    date = date.subtract({ weeks: (rhythm.everyWeeks ?? 1) + (rhythm.breaksBefore?.[number] ?? 0) })
    while (isOnHoliday(date)) {
      date = date.subtract({ weeks: 1 })
    }
  }
  return dates
}

/** The date of a coming session: today for 0 days, otherwise that many days ahead and never on a weekend. */
export function comingDate(today: string, inDays: number): string {
  const date = parseDate(today).add({ days: inDays })
  const beyondFriday = weekday(date) - 4
  return (inDays > 0 && beyondFriday > 0 ? date.add({ days: 3 - beyondFriday }) : date).toString()
}
