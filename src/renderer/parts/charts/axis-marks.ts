import { isMissed } from '#shared/records/session.ts'
import { longBreaks } from './long-breaks.ts'
import type { TrajectorySession } from './trajectory-types.ts'

/** True for a session that was held without the client's rating, although the form asks for it. */
export function isUnrated({ isClientAsked, client, status }: TrajectorySession): boolean {
  return isClientAsked !== false && client === null && status === 'held'
}

/** The kinds of mark that sessions put on a chart's axis, so that a note can explain exactly those. */
export function axisMarks(sessions: readonly TrajectorySession[]): ('unrated' | 'missed' | 'break')[] {
  return [
    ...(sessions.some(isUnrated) ? (['unrated'] as const) : []),
    ...(sessions.some(({ status }) => isMissed(status)) ? (['missed'] as const) : []),
    ...(longBreaks(sessions).length > 0 ? (['break'] as const) : []),
  ]
}
