import { memo } from 'react'
import type { PlacedEpisode } from './episode-lanes.ts'
import { EpisodeBrackets } from './episode-brackets.tsx'
import { TrajectoryAxes } from './trajectory-axes.tsx'
import { TrajectoryMarks } from './trajectory-marks.tsx'
import type { TrajectoryGeometry } from './trajectory-geometry.ts'
import { TrajectoryNotes } from './trajectory-notes.tsx'
import type { ReportedRupture, TrajectorySession } from './trajectory-types.ts'
import styles from './trajectory-chart.module.css'

/**
 * The drawing itself: axes, lines and marks, redrawn only when its data or size change.
 *
 * Plain SVG with one path per kind of mark. With 500 sessions it measured less than a third of the time of a chart
 * library's components. It also knows every position, which brackets, labels and keyboard need.
 */
export const TrajectoryPlot = memo(function TrajectoryPlot({
  geometry,
  sessions,
  reported,
  placed,
  mean,
  meanLabel,
  scaleTop,
  betterIs,
  seriesNames,
}: {
  geometry: TrajectoryGeometry
  sessions: readonly TrajectorySession[]
  reported: readonly ReportedRupture[]
  placed: readonly PlacedEpisode[]
  mean: number | null
  meanLabel: string
  scaleTop: number
  betterIs: 'higher' | 'lower'
  seriesNames: { client: string; therapist: string }
}) {
  return (
    <svg className={styles['drawing']} width={geometry.width} height={geometry.height} focusable="false">
      <TrajectoryAxes geometry={geometry} sessions={sessions} scaleTop={scaleTop} />
      <TrajectoryMarks geometry={geometry} sessions={sessions} mean={mean} />
      <TrajectoryNotes
        geometry={geometry}
        sessions={sessions}
        reported={reported}
        mean={mean}
        meanLabel={meanLabel}
        betterIs={betterIs}
        seriesNames={seriesNames}
      />
      <EpisodeBrackets geometry={geometry} placed={placed} />
    </svg>
  )
})
