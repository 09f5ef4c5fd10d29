import { CartesianGrid, ErrorBar, ReferenceLine, Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { crossesPath, markRadius } from './mark-paths.ts'
import type { PeriodAxis, PeriodGeometry, PeriodPoint } from './period-plot-geometry.ts'
import recharts from './recharts.module.css'
import styles from './period-plot.module.css'

const crossHalf = 4
const capHalf = 5

/** The drawing of a result over time: a disc with a vertical interval for each period, a cross where there is none. */
export function PeriodPlotDrawing({
  geometry,
  points,
  axis,
  format,
  zeroName,
  current,
}: {
  geometry: PeriodGeometry
  points: readonly PeriodPoint[]
  axis: PeriodAxis
  /** Writes a number of the axis. */
  format: (value: number) => string
  /** The name of the line at 0; null without such a line. */
  zeroName: string | null
  current: number | null
}) {
  const { left, right, top, bottom, width, height, spacing, named, x } = geometry
  const drawn = points.flatMap(({ interval }, index) =>
    interval === null
      ? []
      : [
          {
            x: index,
            y: interval.value,
            // The library measures both arms from the value.
            arms: [interval.value - interval.low, interval.high - interval.value],
          },
        ],
  )
  const missing = points.flatMap(({ interval }, index) =>
    interval === null ? [{ x: x(index), y: bottom }] : [],
  )
  const radius = markRadius(spacing) + 1
  return (
    <div className={joinClasses(recharts['plot'], styles['drawing'])}>
      <ScatterChart
        width={width}
        height={height}
        margin={{ top, right: width - right, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        {current === null ? null : (
          <rect
            className={styles['column']}
            x={x(current) - spacing / 2}
            y={top}
            width={spacing}
            height={bottom - top}
          />
        )}
        <CartesianGrid horizontalValues={[...axis.ticks]} vertical={false} />
        <XAxis
          type="number"
          dataKey="x"
          domain={[-0.5, points.length - 0.5]}
          ticks={[...named]}
          interval={0}
          height={height - bottom}
          tickFormatter={(index: number) => points[index]?.label ?? ''}
        />
        <YAxis
          type="number"
          dataKey="y"
          domain={[axis.low, axis.high]}
          ticks={[...axis.ticks]}
          interval={0}
          width={left}
          tickFormatter={format}
        />
        {zeroName === null ? null : (
          <ReferenceLine
            y={0}
            className={joinClasses(recharts['dotted'])}
            label={{ value: zeroName, position: 'right', offset: 8 }}
          />
        )}
        <path className={styles['missing']} d={crossesPath(missing, crossHalf)} />
        <Scatter
          data={drawn}
          isAnimationActive={false}
          shape={({ cx, cy, index }) => (
            <circle
              className={joinClasses(recharts['mark'], drawn[index]?.x === current && recharts['current'])}
              cx={cx}
              cy={cy}
              r={radius}
            />
          )}
        >
          <ErrorBar
            dataKey="arms"
            direction="y"
            width={Math.min(capHalf, spacing / 3)}
            isAnimationActive={false}
            stroke="currentColor"
          />
        </Scatter>
      </ScatterChart>
    </div>
  )
}
