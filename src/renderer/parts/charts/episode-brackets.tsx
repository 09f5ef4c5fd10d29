import type { PlacedEpisode } from './episode-lanes.ts'
import { laneHeight } from './trajectory-geometry.ts'
import type { TrajectoryGeometry } from './trajectory-geometry.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import styles from './trajectory-chart.module.css'

/** A bracket below the axis for each fall, with its name and state: closed if it ended, open if it continues. */
export function EpisodeBrackets({
  geometry,
  placed,
}: {
  geometry: TrajectoryGeometry
  placed: readonly PlacedEpisode[]
}) {
  return (
    <g className={styles['words']}>
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
