import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionDayInWords } from './session-day.ts'
import { Table } from '#renderer/ui/table.tsx'
import { PanelReadout } from './panel-readout.tsx'
import { SessionFigure } from './session-figure.tsx'
import { StripDrawing } from './strip-drawing.tsx'
import { stripGeometry } from './strip-geometry.ts'
import type { StripRow, StripSession } from './strip-types.ts'
import type { SharedCursor } from './trajectory-types.ts'

/**
 * A panel of rows on the sessions' axis of the trajectory, each row with marks of its own kind: levels, distances from
 * zero, steps from before to after, or things that happened. Its title stands above it.
 */
export function StripPlot({
  title,
  sentence,
  sessions,
  rows,
  note,
  headingLevel,
  cursor,
  wordsAt,
}: {
  title: string
  sentence: string
  sessions: readonly StripSession[]
  rows: readonly StripRow[]
  note: string | null
  headingLevel?: 3 | 4 | undefined
  cursor: SharedCursor
  /** Everything that the page shows of the session at this index, for the readout. */
  wordsAt: (index: number) => readonly string[]
}) {
  return (
    <SessionFigure
      title={title}
      sentence={sentence}
      note={note}
      count={sessions.length}
      isNamedAbove
      headingLevel={headingLevel}
      cursor={cursor}
      draw={(width) => (
        <Drawing width={width} sessions={sessions} rows={rows} cursor={cursor} wordsAt={wordsAt} />
      )}
      table={() => <StripTable caption={title} sessions={sessions} rows={rows} />}
    />
  )
}

function Drawing({
  width,
  sessions,
  rows,
  cursor,
  wordsAt,
}: {
  width: number
  sessions: readonly StripSession[]
  rows: readonly StripRow[]
  cursor: SharedCursor
  wordsAt: (index: number) => readonly string[]
}) {
  const geometry = useMemo(() => stripGeometry(width, sessions.length, rows), [width, sessions.length, rows])
  return (
    <>
      <div aria-hidden="true">
        <StripDrawing geometry={geometry} sessions={sessions} />
      </div>
      <PanelReadout
        axis={geometry}
        top={0}
        bottom={geometry.bottom}
        sessions={sessions}
        cursor={cursor}
        wordsAt={wordsAt}
      />
    </>
  )
}

/** The same data as the drawing, a column for each row of it. */
function StripTable({
  caption,
  sessions,
  rows,
}: {
  caption: string
  sessions: readonly StripSession[]
  rows: readonly StripRow[]
}) {
  const { t } = useTranslation()
  return (
    <Table
      caption={caption}
      rows={sessions.map((session, index) => ({ ...session, index }))}
      rowId={({ index }) => String(index)}
      columns={[
        { id: 'number', header: t('charts.session'), cell: ({ number }) => number, isRowHeader: true },
        { id: 'date', header: t('charts.date'), cell: (session) => sessionDayInWords(session, t) },
        ...rows.map(({ id, name, wordsAt }) => ({
          id: `row ${id}`,
          header: name,
          cell: ({ index }: { index: number }) => wordsAt(index),
        })),
      ]}
    />
  )
}
