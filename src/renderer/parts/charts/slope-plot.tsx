import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { numberFormat } from '#renderer/lib/numbers.ts'
import { Table } from '#renderer/ui/table.tsx'
import { PlotFigure } from './plot-figure.tsx'
import { PlotReadout } from './plot-readout.tsx'
import { slopeLayout } from './slope-layout.ts'
import type { SlopeRow } from './slope-types.ts'

// The drawing loads a chart library; the page must not wait for it.
const SlopePlotDrawing = lazy(async () => ({
  default: (await import('./slope-plot-drawing.tsx')).SlopePlotDrawing,
}))

/** How several ratings go with one other, a row each with its interval and the number of pairs. */
export function SlopePlot({
  title,
  sentence,
  rows,
  axisName,
  note,
}: {
  title: string
  sentence: string
  rows: readonly SlopeRow[]
  axisName: string
  note: string
}) {
  const { t, i18n } = useTranslation()
  const [current, setCurrent] = useState<number | null>(null)
  const figure = figureFormat(i18n.language)
  const words = ({ points, n }: SlopeRow) => t('charts.slope.figure', { points: figure(points), count: n })
  const interval = ({ low, high }: SlopeRow) =>
    t('charts.slope.interval', { low: figure(low), high: figure(high) })
  const shown = current === null ? undefined : rows[current]
  return (
    <PlotFigure
      title={title}
      sentence={sentence}
      headingLevel={4}
      isTitleOnlyPrinted
      empty={null}
      count={rows.length}
      keys={t('charts.slope.keys', { title })}
      goes="down"
      current={current}
      onCurrentChange={setCurrent}
      isFitted
      note={note}
      markAt={(_x, y, width) => {
        const index = Math.floor(y / slopeLayout(width, rows).rowHeight)
        return index < rows.length ? index : null
      }}
      draw={(width) => {
        const layout = slopeLayout(width, rows)
        return (
          <>
            <div aria-hidden="true">
              <Suspense fallback={<div style={{ blockSize: layout.height }} />}>
                <SlopePlotDrawing
                  layout={layout}
                  rows={rows}
                  figures={rows.map(words)}
                  axisName={axisName}
                  current={current}
                />
              </Suspense>
            </div>
            <PlotReadout
              heading={shown === undefined ? null : `${shown.name}, ${shown.sessionName}`}
              lines={shown === undefined ? [] : [words(shown), interval(shown)]}
              widest={280}
              place={{ right: 0, top: ((current ?? 0) + 1) * layout.rowHeight, zIndex: 1 }}
            />
          </>
        )
      }}
      table={() => (
        <Table
          caption={title}
          rows={rows}
          rowId={({ id }) => id}
          columns={[
            { id: 'name', header: t('charts.slope.rating'), cell: ({ name }) => name, isRowHeader: true },
            { id: 'session', header: t('charts.slope.session'), cell: ({ sessionName }) => sessionName },
            {
              id: 'points',
              header: axisName,
              cell: ({ points }) => figure(points),
            },
            { id: 'interval', header: t('charts.slope.intervalHeader'), cell: interval },
            { id: 'n', header: t('charts.slope.n'), cell: ({ n }) => n, align: 'end' },
          ]}
        />
      )}
    />
  )
}

function figureFormat(language: string): (value: number) => string {
  return numberFormat({ maximumFractionDigits: 2, signDisplay: 'negative' }, language).format
}
