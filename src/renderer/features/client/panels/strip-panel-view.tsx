import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { StripPlot } from '#renderer/parts/charts/strip-plot.tsx'
import { usePanelCursor, type CourseView } from '../course-view.ts'
import type { Past } from '../past-sessions.ts'
import type { SessionRange } from '../session-range.ts'
import { axisSessions, rowsWithin, type StripPanel } from './panel.ts'

/** Draws one panel of rows in the range that all panels show. */
export function StripPanelView({
  panel,
  past,
  range: { from, to },
  courseView,
  wordsAt,
}: {
  panel: StripPanel
  past: Past
  range: SessionRange
  courseView: CourseView
  wordsAt: (index: number) => readonly string[]
}) {
  const { t } = useTranslation()
  const sessions = useMemo(() => axisSessions(past).slice(from, to + 1), [past, from, to])
  const rows = useMemo(() => rowsWithin(panel.rows, { from, to }), [panel, from, to])
  const cursor = usePanelCursor(courseView, panel.id, { from, to })
  return (
    <StripPlot
      title={t(`panels.name.${panel.id}`)}
      sentence={panel.sentence}
      sessions={sessions}
      rows={rows}
      note={panel.note}
      cursor={cursor}
      wordsAt={(index) => wordsAt(index + from)}
    />
  )
}
