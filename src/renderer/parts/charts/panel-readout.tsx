import { useTranslation } from 'react-i18next'
import { PlotReadout } from './plot-readout.tsx'
import { readoutSide } from './readout-side.ts'
import { sessionDayInWords } from './session-day.ts'
import type { StripSession } from './strip-types.ts'
import type { SessionAxis } from './trajectory-geometry.ts'
import type { SharedCursor } from './trajectory-types.ts'
import styles from './trajectory-chart.module.css'

// The largest width of the words, in px.
const most = 360

/** A line through the selected session in every panel; in the panel where the user points, also its values. */
export function PanelReadout({
  axis,
  top,
  bottom,
  sessions,
  cursor: { current, isHere },
  wordsAt,
}: {
  axis: SessionAxis
  top: number
  bottom: number
  sessions: readonly StripSession[]
  cursor: SharedCursor
  wordsAt: (index: number) => readonly string[]
}) {
  const { t } = useTranslation()
  const session = current === null ? undefined : sessions[current]
  const x = current === null ? 0 : axis.x(current)
  const isRead = isHere && session !== undefined && current !== null
  const { widest, side } = readoutSide(x, axis.width, most)
  return (
    <>
      {session === undefined ? null : (
        <div className={styles['cursor']} style={{ left: x, top, height: bottom - top }} />
      )}
      <PlotReadout
        heading={
          isRead
            ? t('charts.sessionHeading', { number: session.number, date: sessionDayInWords(session, t) })
            : null
        }
        lines={isRead ? wordsAt(current) : []}
        widest={widest}
        place={{ top: 0, ...side, zIndex: 1 }}
      />
    </>
  )
}
