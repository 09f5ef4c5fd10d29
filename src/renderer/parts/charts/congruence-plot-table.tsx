import { useTranslation } from 'react-i18next'
import { Table } from '#renderer/ui/table.tsx'
import type { PairWords } from './congruence-plot-words.ts'

/** The same sessions as the plot, in their order, with the difference in words. */
export function CongruencePlotTable({
  caption,
  words,
  names,
}: {
  caption: string
  words: readonly PairWords[]
  names: { client: string; therapist: string }
}) {
  const { t } = useTranslation()
  return (
    <Table
      caption={caption}
      rows={words}
      rowId={(row) => row.number}
      columns={[
        { id: 'number', header: t('charts.session'), cell: (row) => row.number, isRowHeader: true },
        { id: 'date', header: t('charts.date'), cell: (row) => row.date },
        { id: 'client', header: names.client, cell: (row) => row.client, align: 'end' },
        { id: 'therapist', header: names.therapist, cell: (row) => row.therapist, align: 'end' },
        { id: 'difference', header: t('charts.congruence.difference'), cell: (row) => row.difference },
      ]}
    />
  )
}
