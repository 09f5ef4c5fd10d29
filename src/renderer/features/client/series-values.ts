import type { LevelledSeries, SessionSummary } from '#shared/overview/client-overview.ts'
import { scoreBefore, scoreIn, type Past } from './past-sessions.ts'

/** The series of the same scale in earlier versions, whose scores stand on the same axis but are not compared. */
export function earlierSeries({ series }: Past, newest: LevelledSeries): LevelledSeries[] {
  return series.filter(
    ({ id, minimum, maximum }) =>
      id.startsWith(`${newest.id}@`) && minimum === newest.minimum && maximum === newest.maximum,
  )
}

/** A session's score in the first of these series that it was rated in; null if in none. */
export function firstScore(
  session: SessionSummary,
  series: readonly { readonly id: string }[],
): number | null {
  for (const each of series) {
    const score = scoreIn(session, each)
    if (score !== null) return score
  }
  return null
}

/** The score before the session that goes with the first score; null if there is none. */
export function scoreBeforeFirst(
  session: SessionSummary,
  series: readonly { readonly id: string }[],
): number | null {
  return scoreBefore(session, series.find((each) => scoreIn(session, each) !== null) ?? null)
}

/** The scores of all past sessions in a series, with those of earlier versions that stand on the same scale. */
export function valuesOf(past: Past, series: LevelledSeries): (number | null)[] {
  const versions = [series, ...earlierSeries(past, series)]
  return past.sessions.map((session) => firstScore(session, versions))
}

/** Whether a series is that of the newest version of its form. */
export function isNewestVersion({ id }: { readonly id: string }): boolean {
  return !/@\d+$/.test(id)
}
