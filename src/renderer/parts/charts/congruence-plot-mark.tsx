import { joinClasses } from '#renderer/ui/join-classes.ts'
import type { WordPlace } from './congruence-plot-latest.ts'
import { spotRadius } from './congruence-plot-spots.ts'
import styles from './congruence-plot.module.css'

const textAnchors = { right: 'start', left: 'end', above: 'middle', below: 'middle' } as const

/** One spot: a disc, with the number of its sessions if there are several; a ring and a word on the latest. */
export function CongruencePlotMark({
  x,
  y,
  count,
  isCurrent,
  latest,
  wordPlace,
}: {
  x: number
  y: number
  count: number
  isCurrent: boolean
  /** The word beside the latest session, null on any other spot. */
  latest: string | null
  /** The side of the mark for the word. */
  wordPlace: WordPlace
}) {
  const radius = spotRadius(count)
  const away = radius + 10
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
            x={{ right: away, left: -away, above: 0, below: 0 }[wordPlace]}
            y={{ right: 4.5, left: 4.5, above: -away, below: away + 10 }[wordPlace]}
            textAnchor={textAnchors[wordPlace]}
          >
            {latest}
          </text>
        </>
      )}
    </g>
  )
}
