import { isUnrated } from './axis-marks.ts'
import { longBreaks } from './long-breaks.ts'
import {
  brokenLinePath,
  circlesPath,
  crossesPath,
  diamondsPath,
  markRadius,
  notchesPath,
  squaresPath,
  struckCirclesPath,
} from './mark-paths.ts'
import type { Point } from './mark-paths.ts'
import type { TrajectoryGeometry } from './trajectory-geometry.ts'
import type { TrajectorySession } from './trajectory-types.ts'
import { isMissed } from '#shared/records/session.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import styles from './trajectory-chart.module.css'

type Series = 'client' | 'therapist'

/** The fewest ratings for a line: with fewer it would suggest a course that isn't there. */
export const fewestForLine = 4

/**
 * The lines, broken at missing ratings, and the marks on them: a filled circle for every client rating, an open diamond
 * for a total that another program gave, an open square for every therapist rating, a grey cross on the baseline for
 * every session held without the client's rating, a struck circle there for every missed session, a notch in the axis for
 * a long break. Marks are always drawn, because a rating between two gaps has no line.
 */
export function TrajectoryMarks({
  geometry,
  sessions,
  formChanges,
  mean,
  hasLines = true,
}: {
  geometry: TrajectoryGeometry
  sessions: readonly TrajectorySession[]
  formChanges: readonly number[]
  mean: number | null
  /** False if a chart library draws the lines. */
  hasLines?: boolean | undefined
}) {
  const radius = markRadius(geometry.spacing)
  const places = (series: Series): (Point | null)[] =>
    sessions.map((session, index) => {
      const score = session[series]
      return score === null ? null : { x: geometry.x(index), y: geometry.y(score) }
    })
  const client = places('client')
  const therapist = places('therapist')
  const isTotal = (index: number): boolean => sessions[index]?.isTotal === true
  const dense = geometry.spacing < 4 ? styles['dense'] : undefined
  const onAxis = (isMeant: (session: TrajectorySession) => boolean) =>
    sessions.flatMap((session, index) =>
      isMeant(session) ? [{ x: geometry.x(index), y: geometry.bottom }] : [],
    )
  const missing = onAxis(isUnrated)
  const missed = onAxis(({ status }) => isMissed(status))
  const notches = longBreaks(sessions).map(({ index }) => ({
    x: geometry.x(index) - geometry.spacing / 2,
    y: geometry.bottom,
  }))
  return (
    <g>
      {mean === null ? null : (
        <path className={styles['mean']} d={`M${geometry.left} ${geometry.y(mean)}H${geometry.right}`} />
      )}
      <path
        className={styles['seam']}
        d={formChanges
          .map((index) => `M${geometry.x(index) - geometry.spacing / 2} ${geometry.top}V${geometry.bottom}`)
          .join('')}
      />
      <path className={styles['notch']} d={notchesPath(notches)} />
      <path className={styles['missing']} d={crossesPath(missing, Math.max(2, radius - 0.5))} />
      <path className={styles['missed']} d={struckCirclesPath(missed, radius)} />
      {hasLines ? (
        <>
          <path
            className={joinClasses(styles['therapistLine'], dense)}
            d={linePath(therapist, formChanges)}
          />
          <path className={joinClasses(styles['clientLine'], dense)} d={linePath(client, formChanges)} />
        </>
      ) : null}
      <path className={styles['therapistMarks']} d={squaresPath(rated(therapist), radius - 0.5)} />
      <path
        className={styles['clientMarks']}
        d={circlesPath(rated(client.filter((_, index) => !isTotal(index))), radius)}
      />
      <path
        className={styles['totalMarks']}
        d={diamondsPath(rated(client.filter((_, index) => isTotal(index))), radius + 1)}
      />
    </g>
  )
}

function rated(places: readonly (Point | null)[]): Point[] {
  return places.filter((place) => place !== null)
}

/** A line in pieces, one for each form. */
function linePath(places: readonly (Point | null)[], formChanges: readonly number[]): string {
  const starts = [0, ...formChanges]
  return starts
    .map((start, piece) => places.slice(start, starts[piece + 1]))
    .map((piece) => (rated(piece).length < fewestForLine ? '' : brokenLinePath(piece)))
    .join('')
}
