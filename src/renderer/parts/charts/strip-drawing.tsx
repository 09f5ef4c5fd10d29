import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { isMissed } from '#shared/records/session.ts'
import { fittingName } from './fitting-name.ts'
import { longBreaks } from './long-breaks.ts'
import { crossesPath, markRadius, notchesPath, struckCirclesPath } from './mark-paths.ts'
import { SessionNumbers } from './session-numbers.tsx'
import { scaleEnds, type PlacedStrip, type StripGeometry } from './strip-geometry.ts'
import { StripMarks } from './strip-marks.tsx'
import { isEmptyAt, type StripSession } from './strip-types.ts'
import chart from './trajectory-chart.module.css'
import styles from './strip-plot.module.css'

/**
 * Rows of marks on the sessions' axis, one path for each kind of mark in a row; drawn again only when data or size
 * change. A session held without an answer has a cross in that row, a missed session a struck circle on the axis.
 */
export const StripDrawing = memo(function StripDrawing({
  geometry,
  sessions,
}: {
  geometry: StripGeometry
  sessions: readonly StripSession[]
}) {
  const { t } = useTranslation()
  const { left, bottom, height, width, spacing, x } = geometry
  const radius = markRadius(spacing)
  const missed = sessions.flatMap(({ status }, index) =>
    isMissed(status) ? [{ x: x(index), y: bottom }] : [],
  )
  const notches = longBreaks(sessions).map(({ index }) => ({ x: x(index) - spacing / 2, y: bottom }))
  return (
    <svg className={chart['drawing']} width={width} height={height} focusable="false">
      <SessionNumbers axis={geometry} y={bottom} numbers={sessions.map(({ number }) => number)} />
      <text x={left - 8} y={bottom + 20} textAnchor="end">
        {t('charts.session')}
      </text>
      <path className={chart['notch']} d={notchesPath(notches)} />
      {geometry.rows.map((placed, index) => (
        <g key={placed.row.id}>
          <RowFrame placed={placed} before={geometry.rows[index - 1] ?? null} geometry={geometry} />
          <path className={chart['missing']} d={crossesPath(unrated(placed, sessions, x), radius * 0.7)} />
          <StripMarks placed={placed} geometry={geometry} />
        </g>
      ))}
      <path className={chart['missed']} d={struckCirclesPath(missed, radius)} />
    </svg>
  )
})

function unrated({ row, bottom, y }: PlacedStrip, sessions: readonly StripSession[], x: StripGeometry['x']) {
  if (row.content.kind === 'moments') return []
  const at = row.content.kind === 'offset' ? y(0) : bottom
  return sessions.flatMap(({ status }, index) =>
    status === 'held' && isEmptyAt(row, index) ? [{ x: x(index), y: at }] : [],
  )
}

/** A row's lines, the ends of its scale unless the row above has the same, and its name. */
function RowFrame({
  placed: { row, top, bottom, y },
  before,
  geometry: { left, right, width },
}: {
  placed: PlacedStrip
  before: PlacedStrip | null
  geometry: StripGeometry
}) {
  const ends = scaleEnds(row)
  const isNamed = ends !== null && ends.join() !== (before === null ? '' : scaleEnds(before.row)?.join())
  const lines =
    row.content.kind === 'offset' ? [y(0)] : row.content.kind === 'change' ? [top, bottom] : [bottom]
  const middle = (top + bottom) / 2
  return (
    <>
      <path className={chart['grid']} d={lines.map((line) => `M${left} ${line}H${right}`).join('')} />
      {isNamed
        ? ends.map((end, index) => (
            <text
              key={index === 0 ? 'low' : 'high'}
              className={styles['end']}
              x={left - 8}
              y={(index === 0 ? bottom : top) + 4.5}
              textAnchor="end"
            >
              {end}
            </text>
          ))
        : null}
      <text x={right + 8} y={middle + (row.note === null ? 4.5 : -3)}>
        {fittingName(row.name, width - right - 8)}
      </text>
      {row.note === null ? null : (
        <text className={styles['end']} x={right + 8} y={middle + 13}>
          {row.note}
        </text>
      )}
    </>
  )
}
