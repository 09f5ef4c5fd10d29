import { useTranslation } from 'react-i18next'
import { Table } from '#renderer/ui/table.tsx'
import type { PairedItem } from './client-responses.ts'
import styles from './log-session.module.css'

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
  )
}

/** The client's number or words, or why there is none. */
function ClientAnswer({ item: { client, reason, labels } }: { item: PairedItem }) {
  const { t } = useTranslation()
  if (client !== null) return labels?.find(({ value }) => value === client)?.text ?? client
  return reason ? t(`logSession.client.reasons.${reason}`) : t('logSession.compare.notRated')
}

const width = 176
const height = 20
const margin = 8

/** Draws both answers to one item on a line. Decoration, since the numbers are beside it. */
function DotPlot({ item }: { item: PairedItem }) {
  const { minimum, maximum, therapist, client } = item
  const place = (value: number) => margin + ((value - minimum) / (maximum - minimum)) * (width - 2 * margin)
  return (
    <svg
      className={styles['plot']}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <line className={styles['plotAxis']} x1={margin} x2={width - margin} y1={height / 2} y2={height / 2} />
      {[minimum, (minimum + maximum) / 2, maximum].map((value) => (
        <line key={value} className={styles['plotAxis']} x1={place(value)} x2={place(value)} y1={7} y2={13} />
      ))}
      {client === null ? null : (
        <circle className={styles['plotClient']} cx={place(client)} cy={height / 2} r={5} />
      )}
      {therapist === null ? null : (
        <rect
          className={styles['plotTherapist']}
          x={place(therapist) - 6}
          y={height / 2 - 6}
          width={12}
          height={12}
        />
      )}
    </svg>
  )
}
