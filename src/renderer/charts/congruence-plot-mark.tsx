import { joinClasses } from '#renderer/ui/join-classes.ts'
import { spotRadius } from './congruence-plot-spots.ts'
import styles from './congruence-plot.module.css'

/** One spot: a disc with the number of its sessions where there are several, and a ring with a word on the latest. */
export function CongruencePlotMark({
  x,
  y,
  count,
  isCurrent,
  latest,
  isNearRight,
}: {
  x: number
  y: number
  count: number
  isCurrent: boolean
  /** The word beside the latest session, null on any other spot. */
  latest: string | null
  /** Whether the word has to stand on the left to stay inside the square. */
  isNearRight: boolean
}) {
  const radius = spotRadius(count)
  const wordX = radius + 10
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className={joinClasses(styles['mark'], isCurrent && styles['current'])} r={radius} />
      {count < 2 ? null : (
        <text className={styles['count']} y={4.5} textAnchor="middle">
          {count}
        </text>
      )}
      {latest === null ? null : (
        <>
          <circle className={styles['ring']} r={radius + 4} />
          <text
            className={styles['latest']}
            x={isNearRight ? -wordX : wordX}
            y={4.5}
            textAnchor={isNearRight ? 'end' : 'start'}
          >
            {latest}
          </text>
        </>
      )}
    </g>
  )
}
