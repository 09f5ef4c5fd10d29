import type { TrajectoryChartProps } from '#renderer/parts/charts/trajectory-types.ts'

/** The first and the last session that the chart shows, by their places from 0. */
export interface SessionRange {
  readonly from: number
  readonly to: number
}

/** Ranges that the user can choose by name. `chosen` is any other one. */
export const rangeNames = ['last20', 'year', 'all'] as const
export type RangeName = (typeof rangeNames)[number]

const fewSessions = 20
/** Up to so many sessions each has room for its mark, and the whole course is shown. */
const readableSessions = 60

/** The range of that name: the newest 20 sessions, those within a year of the newest, or all. */
export function rangeOf(name: RangeName, sessions: readonly { readonly date: string }[]): SessionRange {
  const to = sessions.length - 1
  if (name === 'all') return { from: 0, to }
  if (name === 'last20') return { from: Math.max(0, sessions.length - fewSessions), to }
  const newest = sessions[to]?.date ?? ''
  const yearBefore = `${String(Number(newest.slice(0, 4)) - 1)}${newest.slice(4)}`
  return {
    from: Math.max(
      0,
      sessions.findIndex(({ date }) => date >= yearBefore),
    ),
    to,
  }
}

/** The first and the last session of a range, whether it has a name or was drawn. */
export function placesOf(
  range: RangeName | SessionRange,
  sessions: readonly { readonly date: string }[],
): SessionRange {
  return typeof range === 'string' ? rangeOf(range, sessions) : range
}

/** Whether a course is long enough to be shown in part. */
export function hasRanges(sessions: readonly unknown[]): boolean {
  return sessions.length > fewSessions
}

/** Whether it is so long that a brush helps to find a part of it. */
export function hasBrush(sessions: readonly unknown[]): boolean {
  return sessions.length > readableSessions
}

/** What a page opens with: the whole course, or the newest year of a long one. */
export function firstRange(sessions: readonly unknown[]): RangeName {
  return hasBrush(sessions) ? 'year' : 'all'
}

type Drawn = Pick<TrajectoryChartProps, 'sessions' | 'episodes' | 'reported' | 'formChanges'>

/** The part of a chart in a range. A fall is drawn if its lowest rating lies in the range; it begins there at the earliest. */
export function withinRange<Chart extends Drawn>(chart: Chart, { from, to }: SessionRange): Chart {
  const isIn = (index: number) => index >= from && index <= to
  return {
    ...chart,
    sessions: chart.sessions.slice(from, to + 1),
    episodes: chart.episodes
      .filter(({ troughIndex }) => isIn(troughIndex))
      .map((episode) => ({
        ...episode,
        peakIndex: Math.max(0, episode.peakIndex - from),
        troughIndex: episode.troughIndex - from,
        endIndex: episode.endIndex === null || episode.endIndex > to ? null : episode.endIndex - from,
      })),
    reported: chart.reported
      .filter(({ index }) => isIn(index))
      .map((report) => ({ ...report, index: report.index - from })),
    formChanges: (chart.formChanges ?? []).filter(isIn).map((index) => index - from),
  }
}
