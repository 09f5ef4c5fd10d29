import { longBreaks } from './long-breaks.ts'
import { circlesPath, crossesPath, markRadius, notchesPath, squaresPath } from './mark-paths.ts'
import type { Point } from './mark-paths.ts'
import type { TrajectoryGeometry } from './trajectory-geometry.ts'
import type { TrajectorySession } from './trajectory-types.ts'
import styles from './trajectory-chart.module.css'

/**
 * The marks on the lines: a filled circle for every client rating, an open square for every therapist rating, a grey
 * cross on the baseline for every session that went without the client's, a notch in the axis for a long break.
 * Marks are always drawn, since a rating between two gaps has no line to be seen by.
 */
export function TrajectoryMarks({
  geometry,
  sessions,
  mean,
}: {
  geometry: TrajectoryGeometry
  sessions: readonly TrajectorySession[]
  mean: number | null
}) {
  const radius = markRadius(geometry.spacing)
  const points = (series: 'client' | 'therapist'): Point[] =>
    sessions.flatMap((session, index) => {
      const score = session[series]
      return score === null ? [] : [{ x: geometry.x(index), y: geometry.y(score) }]
    })
  const missing = sessions.flatMap((session, index) =>
    isMissing(session) ? [{ x: geometry.x(index), y: geometry.bottom }] : [],
  )
  const notches = longBreaks(sessions).map(({ index }) => ({
    x: geometry.x(index) - geometry.spacing / 2,
    y: geometry.bottom,
  }))
  return (
    <g>
      {mean === null ? null : (
        <path className={styles['mean']} d={`M${geometry.left} ${geometry.y(mean)}H${geometry.right}`} />
      )}
      <path className={styles['notch']} d={notchesPath(notches)} />
      <path className={styles['missing']} d={crossesPath(missing, Math.max(2, radius - 0.5))} />
      <path className={styles['therapistMarks']} d={squaresPath(points('therapist'), radius - 0.5)} />
      <path className={styles['clientMarks']} d={circlesPath(points('client'), radius)} />
    </g>
  )
}

/** A rating is missing only once the session is over; before that it is not due. */
function isMissing(session: TrajectorySession): boolean {
  return session.client === null && session.status !== 'planned' && session.status !== 'begun'
}
