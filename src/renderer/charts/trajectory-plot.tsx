import { memo } from 'react'
import { CartesianGrid, Line, LineChart, XAxis, YAxis, ZIndexLayer } from 'recharts'
import type { PlacedEpisode } from './episode-lanes.ts'
import { EpisodeBrackets } from './episode-brackets.tsx'
import { TrajectoryMarks } from './trajectory-marks.tsx'
import { axisTicks, scoreTicks } from './trajectory-geometry.ts'
import type { TrajectoryGeometry } from './trajectory-geometry.ts'
import { TrajectoryNotes } from './trajectory-notes.tsx'
import type { ReportedRupture, TrajectorySession } from './trajectory-types.ts'

const tick = { fill: 'var(--color-muted)', fontSize: 13 }
const axisLine = { stroke: 'var(--color-edge)' }
/** Below this many ratings a line would tell a story that isn't there. */
const fewestForLine = 4

/** The drawing itself: axes, grid and lines, and the marks laid over them. Redrawn only when its data or size change. */
export const TrajectoryPlot = memo(function TrajectoryPlot({
  geometry,
  sessions,
  reported,
  placed,
  mean,
  meanLabel,
  scaleTop,
  betterIs,
  seriesNames,
}: {
  geometry: TrajectoryGeometry
  sessions: readonly TrajectorySession[]
  reported: readonly ReportedRupture[]
  placed: readonly PlacedEpisode[]
  mean: number | null
  meanLabel: string
  scaleTop: number
  betterIs: 'higher' | 'lower'
  seriesNames: { client: string; therapist: string }
}) {
  const { width, height, left, right, top, bottom, lanesY } = geometry
  const rows = sessions.map(({ client, therapist }, index) => ({ position: index + 0.5, client, therapist }))
  const numbers = sessions.map((session) => session.number)
  const line = { type: 'linear', dot: false, activeDot: false, isAnimationActive: false } as const
  return (
    <LineChart
      width={width}
      height={height}
      data={rows}
      margin={{ top, right: width - right, bottom: height - lanesY, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--color-hairline)" syncWithTicks />
      <XAxis
        type="number"
        dataKey="position"
        domain={[0, Math.max(1, sessions.length)]}
        ticks={axisTicks(numbers, geometry.spacing).map((index) => index + 0.5)}
        tickFormatter={(position: number) => String(numbers[Math.floor(position)] ?? '')}
        interval={0}
        height={lanesY - bottom}
        tick={tick}
        axisLine={axisLine}
        tickLine={axisLine}
      />
      <YAxis
        type="number"
        domain={[0, scaleTop]}
        ticks={scoreTicks(scaleTop)}
        interval={0}
        width={left}
        tick={tick}
        axisLine={false}
        tickLine={false}
      />
      {hasLine(sessions, 'therapist') ? (
        <Line
          {...line}
          dataKey="therapist"
          stroke="var(--color-therapist)"
          strokeWidth={2}
          strokeDasharray="6 4"
        />
      ) : null}
      {hasLine(sessions, 'client') ? (
        <Line {...line} dataKey="client" stroke="var(--color-client)" strokeWidth={2.5} />
      ) : null}
      <ZIndexLayer zIndex={500}>
        <TrajectoryMarks geometry={geometry} sessions={sessions} mean={mean} />
        <TrajectoryNotes
          geometry={geometry}
          sessions={sessions}
          reported={reported}
          mean={mean}
          meanLabel={meanLabel}
          betterIs={betterIs}
          seriesNames={seriesNames}
        />
        <EpisodeBrackets geometry={geometry} placed={placed} />
      </ZIndexLayer>
    </LineChart>
  )
})

function hasLine(sessions: readonly TrajectorySession[], series: 'client' | 'therapist'): boolean {
  return sessions.filter((session) => session[series] !== null).length >= fewestForLine
}
