import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Table } from '#renderer/ui/table.tsx'
import { nearestPeriod, periodGeometry, type PeriodAxis, type PeriodPoint } from './period-plot-geometry.ts'
import { PlotFigure } from './plot-figure.tsx'
import { PlotReadout } from './plot-readout.tsx'

// The drawing loads a chart library; screens without this chart must not wait for it.
const PeriodPlotDrawing = lazy(async () => ({
  default: (await import('./period-plot-drawing.tsx')).PeriodPlotDrawing,
}))

/** A period with its words: the result, its interval, and what it was counted from. */
export type PeriodInWords = PeriodPoint & {
  value: string
  between: string
  from: string
}

// The largest width of the readout, in px; with less room it starts at the edge.
const widest = 240

/**
 * A result by year or by quarter, each with its interval. No line joins them, because each period may be of other
 * clients. A period with too little to show has a cross on the axis, and its words say what is missing.
 */
export function PeriodPlot({
  title,
  sentence,
  periods,
  axis,
  format,
  zeroName = null,
  empty,
  note,
  headingLevel = 3,
}: {
  title: string
  sentence: string
  /** In order, without a gap. */
  periods: readonly PeriodInWords[]
  axis: PeriodAxis
  /** Writes a number of the axis. */
  format: (value: number) => string
  /** The name of the line at 0; null without such a line. */
  zeroName?: string | null
  /** The text if no period has enough; null if the sentence says it. */
  empty: string | null
  note: string
  headingLevel?: 2 | 3 | 4
}) {
  const { t } = useTranslation()
  const [current, setCurrent] = useState<number | null>(null)
  const hasAny = useMemo(() => periods.some(({ interval }) => interval !== null), [periods])
  // After a change from quarters to years the selected period may be gone.
  const read = current === null ? undefined : periods[current]
  const geometryFor = (width: number) =>
    periodGeometry(width, periods, axis, { hasZeroName: zeroName !== null })
  return (
    <PlotFigure
      title={title}
      sentence={sentence}
      headingLevel={headingLevel}
      empty={empty}
      count={hasAny ? periods.length : 0}
      keys={t('charts.periods.keys', { title })}
      goes="across"
      current={read === undefined ? null : current}
      onCurrentChange={setCurrent}
      markAt={(x, _y, width) => nearestPeriod(geometryFor(width), x, periods.length)}
      note={note}
      isFitted
      draw={(width) => {
        const geometry = geometryFor(width)
        const x = current === null ? 0 : geometry.x(current)
        return (
          <>
            <div aria-hidden="true">
              <Suspense fallback={<div style={{ blockSize: geometry.height }} />}>
                <PeriodPlotDrawing
                  geometry={geometry}
                  points={periods}
                  axis={axis}
                  format={format}
                  zeroName={zeroName}
                  current={read === undefined ? null : current}
                />
              </Suspense>
            </div>
            <PlotReadout
              heading={read?.label ?? null}
              lines={read === undefined ? [] : [read.value, read.between, read.from].filter(Boolean)}
              widest={widest}
              place={{ top: geometry.height, ...placeAcross(x, width) }}
            />
          </>
        )
      }}
      table={() => (
        <Table
          caption={title}
          rows={periods}
          rowId={({ id }) => id}
          columns={[
            {
              id: 'period',
              header: t('charts.periods.period'),
              cell: ({ label }) => label,
              isRowHeader: true,
            },
            { id: 'value', header: t('charts.periods.value'), cell: ({ value }) => value },
            { id: 'interval', header: t('charts.periods.interval'), cell: ({ between }) => between },
            { id: 'from', header: t('charts.periods.from'), cell: ({ from }) => from },
          ]}
        />
      )}
    />
  )
}

function placeAcross(x: number, width: number) {
  if (x < width / 2) return { left: Math.max(0, x - 24) }
  return { right: Math.max(0, width - x - 24) }
}
