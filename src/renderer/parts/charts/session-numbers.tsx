import { axisTicks, type SessionAxis } from './trajectory-geometry.ts'
import styles from './trajectory-chart.module.css'

/** Px, of a digit in the numbers. */
const digitWidth = 8

/** The axis of the sessions: a line with their numbers below it, of which none begins left of the line. */
export function SessionNumbers({
  axis: { left, right, spacing, x },
  y,
  numbers,
}: {
  axis: SessionAxis
  /** The height of the line, in px from the top of the drawing. */
  y: number
  numbers: readonly number[]
}) {
  const indices = axisTicks(numbers, spacing)
  return (
    <g className={styles['axes']}>
      <path
        className={styles['axis']}
        d={`M${left} ${y}H${right}${indices.map((index) => `M${x(index)} ${y}v5`).join('')}`}
      />
      {indices.map((index) => (
        <text
          key={index}
          x={Math.max(x(index), left + String(numbers[index]).length * digitWidth * 0.5)}
          y={y + 20}
          textAnchor="middle"
        >
          {numbers[index]}
        </text>
      ))}
    </g>
  )
}
