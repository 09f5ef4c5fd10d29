import { countsInCourse } from '#shared/records/session.ts'
import type { Course } from '#shared/overview/explain-course.ts'
import { leadCourse } from '#shared/overview/build-overview.ts'
import type { ClientOverview, LevelledSeries, SessionSummary } from '#shared/overview/client-overview.ts'

/** An overview without future sessions, because a future session is not a missing rating. */
export type Past = {
  sessions: readonly SessionSummary[]
  /** What the series that leads the page shows; null if there is none. */
  course: Course | null
  /** The series of both raters that lead the page. */
  lead: { client: LevelledSeries | null; therapist: LevelledSeries | null }
} & Pick<ClientOverview, 'series' | 'isLeadChosen' | 'parameters' | 'changedParameters'>

/** Removes planned sessions, and picks what leads the page. */
export function pastOf(
  overview: Pick<
    ClientOverview,
    'sessions' | 'series' | 'lead' | 'isLeadChosen' | 'courses' | 'parameters' | 'changedParameters'
  >,
): Past {
  const { sessions, series, isLeadChosen, parameters, changedParameters } = overview
  const course = leadCourse(overview)
  const seriesWith = (id: string | null) => series.find((each) => each.id === id) ?? null
  return {
    sessions: sessions.filter(({ status }) => countsInCourse(status)),
    course,
    lead: { client: seriesWith(course?.client ?? null), therapist: seriesWith(course?.therapist ?? null) },
    series,
    isLeadChosen,
    parameters,
    changedParameters,
  }
}

/** The score before the session, where the one in the series is of after it; null if there is only one. */
export function scoreBefore(
  session: SessionSummary | undefined,
  series: { id: string } | null,
): number | null {
  return (series === null ? undefined : session?.scoresBefore[series.id]) ?? null
}

/** One session's score in a series; null if it has none. */
export function scoreIn(session: SessionSummary | undefined, series: { id: string } | null): number | null {
  return (series === null ? undefined : session?.scores[series.id]) ?? null
}
