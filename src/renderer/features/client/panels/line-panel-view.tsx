import { useMemo } from 'react'
import { LinePlot } from '#renderer/parts/charts/line-plot.tsx'
import { usePanelCursor, type CourseView } from '../course-view.ts'
import type { SessionRange } from '../session-range.ts'
import { lineWithin, type LinePanel } from './line-view.ts'

/** Draws the course of one scale in the range that all panels show. */
export function LinePanelView({
  panel,
  range: { from, to },
  courseView,
  wordsAt,
  isNamedAbove = false,
}: {
  panel: LinePanel
  range: SessionRange
  courseView: CourseView
  wordsAt: (index: number) => readonly string[]
  /** Whether its title stands above it. */
  isNamedAbove?: boolean
}) {
  const { id: _, ...view } = useMemo(() => lineWithin(panel, { from, to }), [panel, from, to])
  const cursor = usePanelCursor(courseView, panel.id, { from, to })
  return (
    <LinePlot
      {...view}
      isNamedAbove={isNamedAbove}
      cursor={cursor}
      wordsAt={(index) => wordsAt(index + from)}
    />
  )
}
