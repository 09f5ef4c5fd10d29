import { CartesianGrid, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import { useTranslation } from 'react-i18next'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { latestWordPlace, type WordPlace } from './congruence-plot-latest.ts'
import {
  areCountsShown,
  congruenceMargins,
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
  const hasCounts = areCountsShown(spots, geometry)
  // The latest is drawn last, above its neighbours.
  const drawn = spots.toSorted((one, other) => Number(one.isLatest) - Number(other.isLatest))
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
          data={drawn}
          isAnimationActive={false}
          shape={({ cx, cy, index }) => {
            const spot = drawn[index]
            return spot === undefined || cx === undefined || cy === undefined ? null : (
              <CongruencePlotMark
                x={cx}
                y={cy}
                radius={geometry.radius(spot.indices.length)}
                count={hasCounts && spot.indices.length > 1 ? spot.indices.length : null}
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

/** One spot: a disc, with the number of its sessions if it fits; a ring and a word on the latest. */
function CongruencePlotMark({
  x,
  y,
  radius,
  count,
  isCurrent,
  latest,
  wordPlace,
}: {
  x: number
  y: number
  radius: number
  /** The number to write into the mark, or null. */
  count: number | null
  isCurrent: boolean
  /** The word for the latest session, null on any other spot. */
  latest: string | null
  /** Where the word stands; null if there is no room for it. */
  wordPlace: WordPlace | null
}) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className={joinClasses(recharts['mark'], isCurrent && recharts['current'])} r={radius} />
      {count === null ? null : (
        <text className={styles['count']} y={4.5} textAnchor="middle">
          {count}
        </text>
      )}
      {latest === null ? null : <circle className={styles['ring']} r={radius + 4} />}
      {latest === null || wordPlace === null ? null : <LatestWord word={latest} place={wordPlace} />}
    </g>
  )
}

function LatestWord({ word, place: { x, y, line } }: { word: string; place: WordPlace }) {
  const [across, along] = [Math.sign(x), Math.sign(y)]
  return (
    <>
      {line === null ? null : (
        <path
          className={styles['line']}
          d={`M${across * line.from} ${along * line.from}L${across * line.to} ${along * line.to}`}
        />
      )}
      <text className={styles['latest']} x={x} y={y + 4.5} textAnchor="middle">
        {word}
      </text>
    </>
  )
}
