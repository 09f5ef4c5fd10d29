import { useTranslation } from 'react-i18next'
import { Table } from '#renderer/ui/table.tsx'
import type { TableGroup } from '#renderer/ui/table.tsx'
import type { SessionWords } from './session-words.ts'

/** The same data as the chart, in rows grouped by episode. */
export function TrajectoryTable({
  caption,
  words,
  seriesNames,
  hasTherapist,
}: {
  caption: string
  words: readonly SessionWords[]
  seriesNames: { client: string; therapist: string }
  hasTherapist: boolean
}) {
  const { t } = useTranslation()
  return (
    <Table
      caption={caption}
      groups={groupByEpisode(words, t('charts.outsideEpisodes'))}
      rowId={(row) => String(row.index)}
      columns={[
        { id: 'number', header: t('charts.session'), cell: (row) => row.number, isRowHeader: true },
        {
          id: 'date',
          header: t('charts.date'),
          cell: (row) => (row.breakBefore === null ? row.date : `${row.date} (${row.breakBefore})`),
        },
        { id: 'client', header: seriesNames.client, cell: (row) => row.client },
        ...(hasTherapist
          ? [
              {
                id: 'therapist',
                header: seriesNames.therapist,
                cell: ({ therapist }: SessionWords) => therapist,
              },
            ]
          : []),
        {
          id: 'reported',
          header: t('charts.reported'),
          cell: (row) => row.reported.join('; '),
        },
      ]}
    />
  )
}

function groupByEpisode(words: readonly SessionWords[], outside: string): TableGroup<SessionWords>[] {
  const groups: { id: string; label: string; rows: SessionWords[] }[] = []
  for (const row of words) {
    const label = row.episodes.length === 0 ? outside : row.episodes.join(', ')
    const last = groups.at(-1)
    if (last !== undefined && last.label === label) last.rows.push(row)
    else groups.push({ id: String(row.index), label, rows: [row] })
  }
  const hasNoEpisodes = words.every((row) => row.episodes.length === 0)
  return hasNoEpisodes ? [{ id: 'all', rows: words }] : groups
}
