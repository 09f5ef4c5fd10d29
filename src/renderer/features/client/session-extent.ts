import type { TFunction } from 'i18next'
import type { SessionSummary } from '#shared/overview/client-overview.ts'
import { isMissed } from '#shared/records/session.ts'
import { scoreOnOtherVersion } from '#shared/series/client-series.ts'

/** How many sessions took place, and how many the client missed (cancelled late or did not come). */
export type Attendance = { held: number; missed: number }

/**
 * How many of the sessions held have no score. Forms answered in part, and those answered in another version, are counted
 * separately.
 */
export type SessionExtent = Attendance & { notRated: number; partlyAnswered: number; otherVersion: number }

/** Counts sessions for every screen alike. A planned, begun or cancelled session is neither held nor missed. */
export function attendanceOf(sessions: readonly SessionSummary[]): Attendance {
  return {
    held: sessions.filter(({ status }) => status === 'held').length,
    missed: sessions.filter(({ status }) => isMissed(status)).length,
  }
}

/** Adds what is missing of one series. Only the series that leads the page is known to be answered in part. */
export function sessionExtent(
  sessions: readonly SessionSummary[],
  seriesId: string,
  isLead: boolean,
): SessionExtent {
  const unscored = sessions.filter(
    ({ status, scores }) => status === 'held' && scores[seriesId] === undefined,
  )
  const unrated = unscored.filter(({ scores }) => scoreOnOtherVersion(scores, seriesId) === null)
  const partlyAnswered = isLead
    ? unrated.filter(({ clientMissing }) => clientMissing === 'partly-answered').length
    : 0
  return {
    ...attendanceOf(sessions),
    notRated: unrated.length - partlyAnswered,
    partlyAnswered,
    otherVersion: unscored.length - unrated.length,
  }
}

/** "12 sessions held, 2 not rated, 3 missed". */
export function extentInWords(extent: SessionExtent, t: TFunction): string {
  const { held, missed, notRated, partlyAnswered, otherVersion } = extent
  const isAllRated = held > 0 && notRated + partlyAnswered + otherVersion === 0
  return [
    t('client.extent.held', { count: held }),
    ...(isAllRated ? [t('client.extent.allRated')] : []),
    ...(otherVersion > 0 ? [t('client.extent.otherVersion', { count: otherVersion })] : []),
    ...(notRated > 0 ? [t('client.extent.notRated', { count: notRated })] : []),
    ...(partlyAnswered > 0 ? [t('client.extent.partlyAnswered', { count: partlyAnswered })] : []),
    ...(missed > 0 ? [t('client.extent.missed', { count: missed })] : []),
  ].join(', ')
}
