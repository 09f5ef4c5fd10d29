import { useTranslation } from 'react-i18next'
import type { PairedItem } from '#shared/overview/paired-items.ts'
import { DotPlot } from '#renderer/parts/dot-plot.tsx'
import { Table } from '#renderer/ui/table.tsx'
import styles from './pair-table.module.css'

/** Items with both raters' numbers side by side and on a line. */
export function PairTable({
  caption,
  items,
  kind,
}: {
  caption: string
  items: readonly PairedItem[]
  kind: 'ratings' | 'guess'
}) {
  const { t } = useTranslation()
  return (
    <div className={styles['pairs']}>
      <Table
        caption={caption}
        rows={items}
        rowId={({ id }) => id}
        columns={[
          {
            id: 'item',
            header: kind === 'guess' ? t('logSession.compare.emotion') : t('logSession.compare.item'),
            cell: ({ text }) => text,
            isRowHeader: true,
          },
          {
            id: 'plot',
            header: t('logSession.compare.plot'),
            cell: (item) => (item.labels === undefined ? <DotPlot item={item} /> : null),
          },
          {
            id: 'therapist',
            header: kind === 'guess' ? t('logSession.compare.guess') : t('logSession.compare.mine'),
            cell: ({ therapist, isAskedOfBoth }) =>
              therapist ??
              t(isAskedOfBoth ? 'logSession.compare.notRated' : 'logSession.client.reasons.not-asked'),
            align: 'end',
          },
          {
            id: 'client',
            header: t('logSession.compare.theirs'),
            cell: (item) => <ClientAnswer item={item} />,
            align: 'end',
          },
        ]}
      />
    </div>
  )
}

/** The client's number or words, or why there is none. */
function ClientAnswer({ item: { client, reason, labels } }: { item: PairedItem }) {
  const { t } = useTranslation()
  if (client !== null) return labels?.find(({ value }) => value === client)?.text ?? client
  return reason ? t(`logSession.client.reasons.${reason}`) : t('logSession.compare.notRated')
}
