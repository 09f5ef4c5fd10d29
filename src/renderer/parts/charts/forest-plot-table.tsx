import { useTranslation } from 'react-i18next'
import { Table } from '#renderer/ui/table.tsx'
import type { TableColumn } from '#renderer/ui/table.tsx'
import type { ForestRow } from './forest-groups.ts'
import type { ForestWords } from './forest-plot-words.ts'

type Line = { row: ForestRow; words: ForestWords }

/** The same findings as the plot, in the same order. */
export function ForestPlotTable({
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
