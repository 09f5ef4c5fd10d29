import { CartesianGrid, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import { useTranslation } from 'react-i18next'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { latestWordPlace, type WordPlace } from './congruence-plot-latest.ts'
import {
  congruenceMargins,
  spotRadius,
  type CongruenceGeometry,
  type CongruenceSpot,
} from './congruence-plot-spots.ts'
import { scoreTicks } from './trajectory-geometry.ts'
import recharts from './recharts.module.css'
import styles from './congruence-plot.module.css'

/** The drawing of both ratings: a square with the line of equal ratings, and one mark for each spot. */
export function CongruencePlotDrawing({
  geometry,
  spots,
  scaleBottom,
  scaleTop,
  names,
  current,
}: {
  geometry: CongruenceGeometry
  spots: readonly CongruenceSpot[]
  scaleBottom: number
  scaleTop: number
  names: { client: string; therapist: string }
  current: CongruenceSpot | null
}) {
  const { t } = useTranslation()
  const { left, top, side } = geometry
  const ticks = scoreTicks(scaleTop, scaleBottom)
  const latestPlace = latestWordPlace(spots, geometry)
  const end = { x: scaleTop, y: scaleTop }
  return (
    <div className={joinClasses(recharts['plot'], styles['drawing'])}>
      <ScatterChart
        width={geometry.width}
        height={geometry.height}
        margin={{ top, right: congruenceMargins.right, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid horizontalValues={ticks} verticalValues={ticks} />
        <XAxis
          type="number"
          dataKey="client"
          domain={[scaleBottom, scaleTop]}
          ticks={ticks}
          interval={0}
          height={congruenceMargins.bottom}
        />
        <YAxis
          type="number"
          dataKey="therapist"
          domain={[scaleBottom, scaleTop]}
          ticks={ticks}
          interval={0}
          width={congruenceMargins.left}
        />
        <g>
          <text x={left - 20} y={top - 22}>
            {names.therapist}
          </text>
          <text x={left + side} y={top + side + 44} textAnchor="end">
            {names.client}
          </text>
          <text x={left + side + 28} y={top + 4.5}>
            {t('charts.congruence.sameRating')}
          </text>
          <text className={styles['region']} x={left + 12} y={top + 22}>
            {t('charts.congruence.therapistHigher')}
          </text>
          <text className={styles['region']} x={left + side - 12} y={top + side - 14} textAnchor="end">
            {t('charts.congruence.clientHigher')}
          </text>
        </g>
        <ReferenceLine
          segment={[{ x: scaleBottom, y: scaleBottom }, end]}
          className={joinClasses(recharts['dotted'])}
        />
        <Scatter
          data={spots}
          isAnimationActive={false}
          shape={({ cx, cy, index }) => {
            const spot = spots[index]
            return spot === undefined || cx === undefined || cy === undefined ? null : (
              <CongruencePlotMark
                x={cx}
                y={cy}
                count={spot.indices.length}
                isCurrent={spot === current}
                latest={spot.isLatest ? t('charts.congruence.latest') : null}
                wordPlace={latestPlace}
              />
            )
          }}
        />
      </ScatterChart>
    </div>
  )
}

const textAnchors = { right: 'start', left: 'end', above: 'middle', below: 'middle' } as const

/** One spot: a disc, with the number of its sessions if there are several; a ring and a word on the latest. */
function CongruencePlotMark({
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
  /** The side of the mark for the word; null if there is no room for it. */
  wordPlace: WordPlace | null
}) {
  const radius = spotRadius(count)
  const away = radius + 10
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className={joinClasses(recharts['mark'], isCurrent && recharts['current'])} r={radius} />
      {count < 2 ? null : (
        <text className={styles['count']} y={4.5} textAnchor="middle">
          {count}
        </text>
      )}
      {latest === null ? null : <circle className={styles['ring']} r={radius + 4} />}
      {latest === null || wordPlace === null ? null : (
        <text
          className={styles['latest']}
          x={{ right: away, left: -away, above: 0, below: 0 }[wordPlace]}
          y={{ right: 4.5, left: 4.5, above: -away, below: away + 10 }[wordPlace]}
          textAnchor={textAnchors[wordPlace]}
        >
          {latest}
        </text>
      )}
    </g>
  )
}
