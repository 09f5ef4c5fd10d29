import { memo, useMemo } from 'react'
import {
  CartesianGrid,
  ComposedChart,
  DefaultZIndexes,
  Line,
  ReferenceArea,
  ReferenceLine,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { lineColumns, wholeScaleTicks } from './line-plot-columns.ts'
import { LinePlotNames } from './line-plot-names.tsx'
import type { LinePictureView } from './line-plot-types.ts'
import { SessionNumbers } from './session-numbers.tsx'
import { axisRow, type TrajectoryGeometry } from './trajectory-geometry.ts'
import { TrajectoryMarks } from './trajectory-marks.tsx'
import recharts from './recharts.module.css'
import styles from './line-plot.module.css'

// The library draws each kind of mark in a layer of its own, whatever their order.
const overLines = DefaultZIndexes.axis + 1

/**
 * The drawing of one scale: axes, cut-offs, corridor and lines by the chart library, the marks as one path for each
 * kind, because the library's dots cost most of the time. Drawn again only when data or size change.
 */
export const LinePlotDrawing = memo(function LinePlotDrawing({
  geometry,
  sessions,
  formChanges,
  scaleBottom,
  scaleTop,
  betterIs,
  hasTherapist,
  scores,
  corridor,
}: LinePictureView & { geometry: TrajectoryGeometry }) {
  const { top, bottom, left, right, width, height, spacing } = geometry
  const ticks = wholeScaleTicks(scaleBottom, scaleTop)
  const numbers = sessions.map(({ number }) => number)
  const ends = { low: -0.5, high: Math.max(1, sessions.length) - 0.5 }
  const { rows, pieces } = useMemo(() => lineColumns(sessions, formChanges), [sessions, formChanges])
  const isDense = spacing < 4
  return (
    <ComposedChart
      className={joinClasses(recharts['plot'])}
      width={width}
      height={height}
      margin={{ top, right: width - right, bottom: 0, left: 0 }}
      data={rows}
      accessibilityLayer={false}
    >
      <CartesianGrid horizontalValues={ticks} vertical={false} />
      {corridor === null ? null : (
        <ReferenceArea
          className={joinClasses(styles['corridor'])}
          x1={Math.max(ends.low, corridor.from)}
          x2={ends.high}
          y1={Math.max(scaleBottom, corridor.low)}
          y2={Math.min(scaleTop, corridor.high)}
        />
      )}
      {scores.map(({ value, words, isCutoff }) => (
        <ReferenceLine
          key={words}
          className={joinClasses(isCutoff ? styles['cutoff'] : recharts['dotted'])}
          y={value}
        />
      ))}
      <XAxis
        type="number"
        dataKey="index"
        domain={[ends.low, ends.high]}
        // The library would center a long first number below its mark, into the word beside the axis.
        tick={false}
        axisLine={false}
        tickLine={false}
        height={axisRow}
        allowDataOverflow
      />
      <YAxis
        type="number"
        domain={[scaleBottom, scaleTop]}
        ticks={ticks}
        interval={0}
        width={left}
        axisLine={false}
        tickLine={false}
        allowDataOverflow
      />
      {pieces.map(({ key, rater }) => (
        <Line
          key={key}
          dataKey={key}
          className={joinClasses(styles[rater], isDense && styles['dense'])}
          type="linear"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      <ZIndexLayer zIndex={overLines}>
        <SessionNumbers axis={geometry} y={bottom} numbers={numbers} />
        <TrajectoryMarks
          geometry={geometry}
          sessions={sessions}
          formChanges={formChanges}
          mean={null}
          hasLines={false}
        />
      </ZIndexLayer>
      <LinePlotNames
        geometry={geometry}
        sessions={sessions}
        betterIs={betterIs}
        hasTherapist={hasTherapist}
        scores={scores}
      />
    </ComposedChart>
  )
})
