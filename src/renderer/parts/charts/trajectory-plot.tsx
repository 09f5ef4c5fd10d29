import { memo } from 'react'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import type { PlacedEpisode } from './episode-lanes.ts'
import { SessionNumbers } from './session-numbers.tsx'
import { TrajectoryMarks } from './trajectory-marks.tsx'
import { scoreTicks, laneHeight, type TrajectoryGeometry } from './trajectory-geometry.ts'
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
  formChanges,
  placed,
  mean,
  meanLabel,
  scaleBottom,
  scaleTop,
  betterIs,
  seriesNames,
}: {
  geometry: TrajectoryGeometry
  sessions: readonly TrajectorySession[]
  reported: readonly ReportedRupture[]
  formChanges: readonly number[]
  placed: readonly PlacedEpisode[]
  mean: number | null
  meanLabel: string
  scaleBottom: number
  scaleTop: number
  betterIs: 'higher' | 'lower'
  seriesNames: { client: string; therapist: string }
}) {
  return (
    <svg className={styles['drawing']} width={geometry.width} height={geometry.height} focusable="false">
      <TrajectoryAxes geometry={geometry} sessions={sessions} scaleBottom={scaleBottom} scaleTop={scaleTop} />
      <TrajectoryMarks geometry={geometry} sessions={sessions} formChanges={formChanges} mean={mean} />
      <TrajectoryNotes
        geometry={geometry}
        sessions={sessions}
        reported={reported}
        formChanges={formChanges}
        mean={mean}
        meanLabel={meanLabel}
        betterIs={betterIs}
        seriesNames={seriesNames}
      />
      <EpisodeBrackets geometry={geometry} placed={placed} />
    </svg>
  )
})

/** The full scale with a faint line at each step, and the sessions' numbers along the baseline. */
function TrajectoryAxes({
  geometry,
  sessions,
  scaleBottom,
  scaleTop,
}: {
  geometry: TrajectoryGeometry
  sessions: readonly TrajectorySession[]
  scaleBottom: number
  scaleTop: number
}) {
  const { left, right, bottom } = geometry
  const scores = scoreTicks(scaleTop, scaleBottom)
  return (
    <>
      <g className={styles['axes']}>
        <path
          className={styles['grid']}
          d={scores.map((score) => `M${left} ${geometry.y(score)}H${right}`).join('')}
        />
        {scores.map((score) => (
          <text key={score} x={left - 8} y={geometry.y(score) + 4.5} textAnchor="end">
            {score}
          </text>
        ))}
      </g>
      <SessionNumbers axis={geometry} y={bottom} numbers={sessions.map(({ number }) => number)} />
    </>
  )
}

/** A bracket below the axis for each fall, with its name and state: closed if it ended, open if it continues. */
function EpisodeBrackets({
  geometry,
  placed,
}: {
  geometry: TrajectoryGeometry
  placed: readonly PlacedEpisode[]
}) {
  return (
    <g>
      {placed.map((place) => (
        <Bracket
          key={`${place.episode.label} ${place.episode.peakIndex}`}
          place={place}
          y={geometry.lanesY + place.lane * laneHeight + 4}
        />
      ))}
    </g>
  )
}

function Bracket({ place, y }: { place: PlacedEpisode; y: number }) {
  const { episode, from, to, labelX, words } = place
  const isOpen = episode.state === 'open'
  return (
    <g>
      <path
        className={joinClasses(styles['bracket'], episode.level === 'dip' && styles['dip'])}
        d={`M${from} ${y}v6H${to}${isOpen ? '' : 'v-6'}`}
      />
      {isOpen ? <path className={styles['bracket']} strokeDasharray="2 3" d={`M${to} ${y + 6}h12`} /> : null}
      <g transform={`translate(${labelX} ${y + 19})`}>
        <StateMark state={episode.state} />
        <text x={14} y={4.5}>
          {words}
        </text>
      </g>
    </g>
  )
}

/** Filled is repaired, half is partly repaired, hollow is not (yet) repaired; the words beside it say the same. */
function StateMark({ state }: { state: PlacedEpisode['episode']['state'] }) {
  const isMended = state === 'repaired' || state === 'partly-repaired'
  return (
    <g className={isMended ? styles['repair'] : styles['rupture']}>
      <circle className={styles['stateRing']} cx={5} cy={0} r={4.2} />
      {state === 'repaired' ? <circle className={styles['stateFill']} cx={5} cy={0} r={4.2} /> : null}
      {state === 'partly-repaired' ? (
        <path className={styles['stateFill']} d="M5 -4.2a4.2 4.2 0 0 0 0 8.4z" />
      ) : null}
    </g>
  )
}
