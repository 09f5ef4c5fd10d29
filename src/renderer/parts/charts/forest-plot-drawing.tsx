import { ErrorBar, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import { useTranslation } from 'react-i18next'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import type { ForestRow, ForestStatistic } from './forest-groups.ts'
import { shareOfAxis, type ForestAxis } from './forest-plot-axis.ts'
import { axisHeight, type ForestLayout } from './forest-plot-layout.ts'
import { ForestPlotRows } from './forest-plot-rows.tsx'
import type { ForestWeights } from './forest-plot-weights.ts'
import { noEffectWords, tickFormat, type ForestWords } from './forest-plot-words.ts'
import styles from './forest-plot.module.css'

const largestSide = 15
const smallestSide = 6
// A square as wide as its interval would hide it.
const mostOfInterval = 0.6

/** The drawing of a forest plot: words, squares with their intervals, and figures, in one printable picture. */
export function ForestPlotDrawing({
  layout,
  rows,
  words,
  axis,
  weights,
  statistic,
  current,
}: {
  layout: ForestLayout
  rows: readonly ForestRow[]
  words: readonly ForestWords[]
  axis: ForestAxis
  weights: ForestWeights
  statistic: ForestStatistic
  current: number | null
}) {
  const { t, i18n } = useTranslation()
  const points = rows.map(({ value, interval }, index) => ({
    x: value,
    y: layout.places[index]?.middle ?? 0,
    // The library measures both arms from the figure.
    arms: interval === null ? null : [value - interval.low, interval.high - value],
  }))
  const sideOf = (index: number) => {
    const interval = rows[index]?.interval ?? null
    const byWeight = largestSide * Math.sqrt(weights.shares[index] ?? 0)
    const byInterval =
      interval === null
        ? largestSide
        : shareOfAxis(axis, interval) * (layout.plotRight - layout.plotLeft) * mostOfInterval
    return Math.max(smallestSide, Math.min(byWeight, byInterval))
  }
  const name = t(`charts.forest.axis.${statistic}`)
  return (
    <div className={styles['drawing']}>
      <ScatterChart
        width={layout.width}
        height={layout.height}
        margin={{
          top: layout.rowsTop,
          right: layout.width - layout.plotRight,
          bottom: 0,
          left: layout.plotLeft,
        }}
        accessibilityLayer={false}
      >
        <ForestPlotRows layout={layout} words={words} statistic={statistic} current={current} />
        <ForestPlotSides layout={layout} axis={axis} statistic={statistic} />
        <XAxis
          type="number"
          dataKey="x"
          domain={axis.domain}
          ticks={axis.ticks}
          scale={axis.scale}
          interval={0}
          allowDataOverflow
          height={axisHeight}
          tickFormatter={tickFormat(i18n.language)}
          tickSize={5}
          label={{ value: name, position: 'insideBottom', offset: 4, className: joinClasses(styles['name']) }}
        />
        <YAxis type="number" dataKey="y" domain={[0, layout.rowsHeight]} reversed hide />
        <ReferenceLine
          x={axis.noEffect}
          className={joinClasses(styles['noEffect'])}
          label={{ value: noEffectWords(statistic, t), position: 'top', offset: 10 }}
        />
        <Scatter
          data={points}
          isAnimationActive={false}
          shape={({ cx, cy, index }) => (
            <Square x={cx} y={cy} side={sideOf(index)} isHollow={rows[index]?.interval === null} />
          )}
        >
          <ErrorBar dataKey="arms" direction="x" width={4} isAnimationActive={false} stroke="currentColor" />
        </Scatter>
      </ScatterChart>
    </div>
  )
}

function Square({
  x,
  y,
  side,
  isHollow,
}: {
  x: number | undefined
  y: number | undefined
  side: number
  isHollow: boolean
}) {
  if (x === undefined || y === undefined) return null
  return (
    <rect
      className={isHollow ? styles['hollow'] : styles['square']}
      x={x - side / 2}
      y={y - side / 2}
      width={side}
      height={side}
    />
  )
}

const belowTicks = 36
const arrowLength = 10
const gap = 6

/** The meaning of each side of no effect, at the two ends of the axis, each with an arrow. */
function ForestPlotSides({
  layout,
  axis,
  statistic,
}: {
  layout: ForestLayout
  axis: ForestAxis
  statistic: ForestStatistic
}) {
  const { t } = useTranslation()
  const y = layout.rowsTop + layout.rowsHeight + belowTicks
  const left = layout.plotLeft
  const right = layout.plotRight
  return (
    <g className={styles['words']}>
      {axis.domain[0] < axis.noEffect ? (
        <>
          <path className={styles['arrow']} d={`M${left + arrowLength} ${y}H${left}m4 -3.5l-4 3.5l4 3.5`} />
          <text className={styles['note']} x={left + arrowLength + gap} y={y + 4}>
            {t(`charts.forest.below.${statistic}`)}
          </text>
        </>
      ) : null}
      <path className={styles['arrow']} d={`M${right - arrowLength} ${y}H${right}m-4 -3.5l4 3.5l-4 3.5`} />
      <text className={styles['note']} x={right - arrowLength - gap} y={y + 4} textAnchor="end">
        {t(`charts.forest.above.${statistic}`)}
      </text>
    </g>
  )
}
