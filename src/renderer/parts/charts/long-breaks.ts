import { daysBetween } from '#shared/records/days.ts'

/** Sessions that follow a break of over three weeks: their index and the whole weeks since the session before. */
export function longBreaks(sessions: readonly { date: string }[]): { index: number; weeks: number }[] {
  return sessions.flatMap((session, index) => {
    const before = sessions[index - 1]
    if (before === undefined) return []
    const days = daysBetween(before.date, session.date)
    return days > 21 ? [{ index, weeks: Math.floor(days / 7) }] : []
  })
}
