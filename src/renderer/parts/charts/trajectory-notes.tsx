import { useTranslation } from 'react-i18next'
import { AxisWords, EndName } from './axis-words.tsx'
import { placeFlags } from './flag-places.ts'
import type { PlacedFlag } from './flag-places.ts'
import { spreadLabels } from './line-labels.ts'
import type { TrajectoryGeometry } from './trajectory-geometry.ts'
import type { ReportedRupture, TrajectorySession } from './trajectory-types.ts'
import styles from './trajectory-chart.module.css'

type EndLabel = { id: 'client' | 'therapist' | 'mean'; y: number; text: string }

/** The words of the drawing: the better direction, the lines' names at their ends, flags for reports. */
export function TrajectoryNotes({
  geometry,
  sessions,
  reported,
  formChanges,
  mean,
  meanLabel,
  betterIs,
  seriesNames,
}: {
  geometry: TrajectoryGeometry
  sessions: readonly TrajectorySession[]
  reported: readonly ReportedRupture[]
  formChanges: readonly number[]
  mean: number | null
  meanLabel: string
  betterIs: 'higher' | 'lower'
  seriesNames: { client: string; therapist: string }
}) {
  const { t } = useTranslation()
  const labels: EndLabel[] = (['client', 'therapist'] as const).flatMap((id) => {
    const last = sessions.findLast((session) => session[id] !== null)?.[id] ?? null
    return last === null ? [] : [{ id, y: geometry.y(last), text: seriesNames[id] }]
  })
  if (mean !== null) labels.push({ id: 'mean', y: geometry.y(mean), text: meanLabel })
  const room = { distance: 18, top: geometry.top, bottom: geometry.bottom }
  return (
    <g>
      <AxisWords left={geometry.left} bottom={geometry.bottom} betterIs={betterIs} />
      {formChanges.map((index) => (
        <text
          key={index}
          x={geometry.x(index) - geometry.spacing / 2 - 6}
          y={geometry.bottom - 8}
          textAnchor="end"
        >
          {t('charts.formChanged')}
        </text>
      ))}
      {spreadLabels(labels, room).map((label) => (
        <EndName
          key={label.id}
          x={geometry.right + 8}
          y={label.y}
          words={label.text}
          mark={label.id === 'mean' ? null : label.id}
        />
      ))}
      {placeFlags(reported, geometry).map((flag) => (
        <Flag key={`${flag.report.index} ${flag.report.text}`} flag={flag} y={geometry.flagsY} />
      ))}
    </g>
  )
}

function Flag({ flag, y }: { flag: PlacedFlag; y: number }) {
  return (
    <g transform={`translate(${flag.x} ${y})`}>
      <path className={styles['flag']} d="M0 18V2h9l-2.5 3.5 2.5 3.5H0" />
      {flag.words === 'none' ? null : (
        <text
          x={flag.words === 'after' ? 13 : -6}
          y={11}
          textAnchor={flag.words === 'after' ? 'start' : 'end'}
        >
          {flag.report.text}
        </text>
      )}
    </g>
  )
}
