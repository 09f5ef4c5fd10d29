import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PlotFigure } from './plot-figure.tsx'
import { nearestSession, sessionAxis } from './trajectory-geometry.ts'
import type { SharedCursor } from './trajectory-types.ts'

/** The frame of a panel on the sessions' axis of the trajectory. All such panels share one cursor. */
export function SessionFigure({
  title,
  sentence,
  note,
  count,
  isNamedAbove = false,
  headingLevel = 4,
  cursor,
  draw,
  table,
}: {
  title: string
  sentence: string
  note: string | null
  /** The number of sessions. */
  count: number
  /** Whether its title stands above it, on the screen and on paper. */
  isNamedAbove?: boolean | undefined
  headingLevel?: 3 | 4 | undefined
  cursor: SharedCursor
  draw: (width: number) => ReactNode
  table: () => ReactNode
}) {
  const { t } = useTranslation()
  return (
    <PlotFigure
      title={title}
      sentence={sentence}
      headingLevel={headingLevel}
      isTitleOnlyPrinted={!isNamedAbove}
      isTitleOnlySpoken={isNamedAbove}
      empty={t('charts.noSessions')}
      count={count}
      keys={t('charts.keys', { title })}
      goes="across"
      current={cursor.current}
      onCurrentChange={cursor.onChange}
      isFitted
      note={note}
      markAt={(x, _y, width) => nearestSession(sessionAxis(width, count), x, count)}
      draw={draw}
      table={table}
    />
  )
}
