import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Table, type TableColumn } from '#renderer/ui/table.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { byDesignThenYear, type ForestRow, type ForestStatistic } from './forest-groups.ts'
import { forestAxis } from './forest-plot-axis.ts'
import { forestLayout } from './forest-plot-layout.ts'
import { forestWeights } from './forest-plot-weights.ts'
import {
  forestSentence,
  forestWords,
  sharedNote,
  squaresInWords,
  type ForestWords,
} from './forest-plot-words.ts'
import { PlotFigure } from './plot-figure.tsx'

// The drawing loads a chart library; screens without this chart must not wait for it.
const ForestPlotDrawing = lazy(async () => ({
  default: (await import('./forest-plot-drawing.tsx')).ForestPlotDrawing,
}))

/**
 * Findings of one statistic side by side, sorted by design then year, with the line of no effect. Nothing is pooled.
 *
 * Rows that may share an axis come from `groupForForest`; a finding without an interval is drawn hollow and says so.
 */
export function ForestPlot({
  title,
  rows,
  statistic,
  headingLevel,
}: {
  title: string
  rows: readonly ForestRow[]
  statistic: ForestStatistic
  headingLevel?: 2 | 3 | 4 | undefined
}) {
  const { t, i18n } = useTranslation()
  const [current, setCurrent] = useState<number | null>(null)
  const language = i18n.language
  const sorted = useMemo(() => rows.toSorted(byDesignThenYear), [rows])
  const words = useMemo(() => sorted.map((row) => forestWords(row, t, language)), [sorted, t, language])
  const axis = useMemo(() => forestAxis(statistic, sorted), [statistic, sorted])
  const weights = useMemo(() => forestWeights(statistic, sorted), [statistic, sorted])
  const read = current === null ? undefined : words[current]
  const allFrom = sharedNote(words)
  const withInterval = sorted.filter(({ interval }) => interval !== null).length
  // Words that all rows share appear once, so that the rows are short enough to see together.
  const drawn = useMemo(
    () =>
      words.map((own) => ({
        ...own,
        notes: allFrom === null ? own.notes : [],
        intervalNote: withInterval === 0 ? '' : own.intervalNote,
      })),
    [words, allFrom, withInterval],
  )
  return (
    <PlotFigure
      title={title}
      sentence={
        rows.length === 0
          ? t('charts.forest.none')
          : [forestSentence(sorted, t, language), ...squaresInWords(sorted, weights, t)].join(' ')
      }
      headingLevel={headingLevel}
      empty={null}
      count={sorted.length}
      keys={t('charts.forest.keys', { title })}
      goes="down"
      current={current}
      onCurrentChange={setCurrent}
      note={[
        ...(allFrom === null ? [] : [t('charts.forest.allFrom', { strength: allFrom })]),
        ...(sorted.length === 1 ? [] : [t('charts.forest.notPooled')]),
      ].join(' ')}
      draw={(width) => {
        const layout = forestLayout(drawn, width)
        return (
          <>
            <div aria-hidden="true">
              <Suspense fallback={<div style={{ blockSize: layout.height }} />}>
                <ForestPlotDrawing
                  layout={layout}
                  rows={sorted}
                  words={drawn}
                  axis={axis}
                  weights={weights}
                  statistic={statistic}
                  current={current}
                />
              </Suspense>
            </div>
            <VisuallyHidden>
              <output>
                {read === undefined
                  ? ''
                  : t('charts.forest.read', {
                      label: read.label,
                      estimate: read.estimate,
                      interval: read.interval,
                      notes: read.notes.join(', '),
                    })}
              </output>
            </VisuallyHidden>
          </>
        )
      }}
      table={() => <ForestPlotTable caption={title} rows={sorted} words={words} />}
    />
  )
}

type Line = { row: ForestRow; words: ForestWords }

/** The same findings as the plot, in the same order. */
function ForestPlotTable({
  caption,
  rows,
  words,
}: {
  caption: string
  rows: readonly ForestRow[]
  words: readonly ForestWords[]
}) {
  const { t } = useTranslation()
  const columns: TableColumn<Line>[] = [
    {
      id: 'finding',
      header: t('charts.forest.finding'),
      cell: (line) => line.words.label,
      isRowHeader: true,
    },
    { id: 'figure', header: t('charts.forest.figure'), cell: (line) => line.words.estimate, align: 'end' },
    { id: 'interval', header: t('charts.forest.intervalHeader'), cell: (line) => line.words.interval },
    { id: 'strength', header: t('charts.forest.study'), cell: (line) => line.row.strength.words },
    rows.some(({ source }) => source !== null)
      ? { id: 'source', header: t('charts.forest.source'), cell: (line) => line.row.source }
      : {
          id: 'year',
          header: t('charts.forest.year'),
          cell: (line) => line.row.year ?? t('charts.forest.noYear'),
        },
  ]
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows.flatMap((row, index) => {
        const own = words[index]
        return own === undefined ? [] : [{ row, words: own }]
      })}
      rowId={({ row }) => row.id}
    />
  )
}
