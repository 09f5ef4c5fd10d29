import { daysBetween } from '#shared/records/days.ts'
import type { SessionDay } from './session-day.ts'

/** Sessions that follow a break of over three weeks: their index and the whole weeks since the session before. */
export function longBreaks(sessions: readonly SessionDay[]): { index: number; weeks: number }[] {
  return sessions.flatMap((session, index) => {
    const before = sessions[index - 1]
    const days = before === undefined ? null : daysApart(before, session)
    return days !== null && days > 21 ? [{ index, weeks: Math.floor(days / 7) }] : []
  })
}

/** By the dates, or else by the weeks; null if neither is known of both. */
function daysApart(one: SessionDay, other: SessionDay): number | null {
  if (one.date !== null && other.date !== null) return daysBetween(one.date, other.date)
  return one.week === undefined || other.week === undefined ? null : (other.week - one.week) * 7
}
