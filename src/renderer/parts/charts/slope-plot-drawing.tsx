import { CartesianGrid, ErrorBar, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import { numberFormat } from '#renderer/lib/numbers.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { fittingName } from './fitting-name.ts'
import { slopeAxisHeight, type SlopeLayout } from './slope-layout.ts'
import type { SlopeRow } from './slope-types.ts'
import recharts from './recharts.module.css'
import styles from './slope-plot.module.css'

/** The drawing of slopes: a mark with its interval in every row, around the line of no relation. */
export function SlopePlotDrawing({
  layout,
  rows,
  figures,
  axisName,
  current,
}: {
  layout: SlopeLayout
  rows: readonly SlopeRow[]
  /** The words at the right end of each row. */
  figures: readonly string[]
  axisName: string
  current: number | null
}) {
  const { width, height, plotLeft, plotRight, rowHeight, reach, ticks } = layout
  const middle = (index: number) => (index + 0.5) * rowHeight
  const points = rows.map(({ points: x, low, high }, index) => ({
    x,
    y: middle(index),
    arms: [x - low, high - x],
  }))
  return (
    <div className={joinClasses(recharts['plot'], styles['drawing'])}>
      <ScatterChart
        width={width}
        height={height}
        margin={{ top: 0, right: width - plotRight, bottom: 0, left: plotLeft }}
        accessibilityLayer={false}
      >
        {current === null ? null : (
          <rect className={styles['current']} y={current * rowHeight} width={width} height={rowHeight} />
        )}
        {rows.map(({ id, name, sessionName }, index) => (
          <g key={id}>
            <text x={0} y={middle(index) - 3}>
              {fittingName(name, plotLeft - 8)}
            </text>
            <text className={styles['muted']} x={0} y={middle(index) + 13}>
              {sessionName}
            </text>
            <text x={plotRight + 8} y={middle(index) + 4.5}>
              {figures[index]}
            </text>
          </g>
        ))}
        <CartesianGrid verticalValues={ticks} horizontal={false} />
        <XAxis
          type="number"
          dataKey="x"
          domain={[-reach, reach]}
          ticks={ticks}
          interval={0}
          height={slopeAxisHeight}
          tickFormatter={numberFormat({ maximumFractionDigits: 2 }).format}
          label={{
            value: axisName,
            position: 'insideBottom',
            offset: 4,
            className: joinClasses(styles['muted']),
          }}
          allowDataOverflow
        />
        <YAxis type="number" dataKey="y" domain={[0, rows.length * rowHeight]} reversed hide />
        <ReferenceLine x={0} className={joinClasses(recharts['dotted'])} />
        <Scatter
          data={points}
          isAnimationActive={false}
          shape={({ cx, cy, index }) => <Mark x={cx} y={cy} session={rows[index]?.session} />}
        >
          <ErrorBar dataKey="arms" direction="x" width={4} isAnimationActive={false} stroke="currentColor" />
        </Scatter>
      </ScatterChart>
    </div>
  )
}

/** A disc is the same session, a hollow square the next. */
function Mark({
  x,
  y,
  session,
}: {
  x: number | undefined
  y: number | undefined
  session: SlopeRow['session'] | undefined
}) {
  if (x === undefined || y === undefined || session === undefined) return null
  return session === 'same' ? (
    <circle className={styles['same']} cx={x} cy={y} r={4.5} />
  ) : (
    <rect className={styles['next']} x={x - 4} y={y - 4} width={8} height={8} />
  )
}
