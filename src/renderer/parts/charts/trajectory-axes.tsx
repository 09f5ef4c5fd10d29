import { axisTicks, scoreTicks } from './trajectory-geometry.ts'
import type { TrajectoryGeometry } from './trajectory-geometry.ts'
import type { TrajectorySession } from './trajectory-types.ts'
import styles from './trajectory-chart.module.css'

/** The full scale with a faint line at each step, and the sessions' numbers along the baseline. */
export function TrajectoryAxes({
  geometry,
  sessions,
  scaleTop,
}: {
  geometry: TrajectoryGeometry
  sessions: readonly TrajectorySession[]
  scaleTop: number
}) {
  const { left, right, bottom, spacing } = geometry
  const scores = scoreTicks(scaleTop)
  const numbers = sessions.map((session) => session.number)
  const indices = axisTicks(numbers, spacing)
  return (
    <g className={styles['axes']}>
      <path
        className={styles['grid']}
        d={scores.map((score) => `M${left} ${geometry.y(score)}H${right}`).join('')}
      />
      <path
        className={styles['axis']}
        d={`M${left} ${bottom}H${right}${indices.map((index) => `M${geometry.x(index)} ${bottom}v5`).join('')}`}
      />
      {scores.map((score) => (
        <text key={score} x={left - 8} y={geometry.y(score) + 4.5} textAnchor="end">
          {score}
        </text>
      ))}
      {indices.map((index) => (
        <text key={index} x={geometry.x(index)} y={bottom + 20} textAnchor="middle">
          {numbers[index]}
        </text>
      ))}
    </g>
  )
}
