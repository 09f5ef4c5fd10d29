import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClientListItem } from '#shared/contract/operations/clients.ts'
import { Table, type TableColumn } from '#renderer/ui/table.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './clients.module.css'

/** One row per client; the code links to the client's page. */
export function ClientTable({ items }: { items: readonly ClientListItem[] }) {
  const { t } = useTranslation()
  const day = (date: string | null, without: string) =>
    date === null ? (
      <span className={common['muted']}>{without}</span>
    ) : (
      <span className={common['oneLine']}>{t('clients.day', { date: new Date(date) })}</span>
    )
  const columns: TableColumn<ClientListItem>[] = [
    {
      id: 'code',
      header: t('clients.column.code'),
      isRowHeader: true,
      cell: ({ client }) => (
        <span className={styles['code']}>
          <Link to="/clients/$clientId" params={{ clientId: client.id }}>
            {client.code}
          </Link>
          {client.isFictional ? (
            <Tag kind="sample" icon="leaf">
              {t('clients.fictional')}
            </Tag>
          ) : null}
        </span>
      ),
    },
    {
      id: 'status',
      header: t('clients.column.status'),
      cell: ({ client }) => t(`clients.status.${client.status}`),
    },
    {
      id: 'therapyType',
      header: t('clients.column.therapyType'),
      cell: ({ client }) => <span className={styles['text']}>{client.therapyType}</span>,
    },
    {
      id: 'sessions',
      header: t('clients.column.sessions'),
      align: 'end',
      cell: ({ sessionCount }) => sessionCount,
    },
    {
      id: 'lastHeldOn',
      header: t('clients.column.lastHeldOn'),
      cell: ({ lastHeldOn }) => day(lastHeldOn, t('clients.never')),
    },
    {
      id: 'nextPlannedOn',
      header: t('clients.column.nextPlannedOn'),
      cell: ({ nextPlannedOn }) => day(nextPlannedOn, t('clients.notPlanned')),
    },
  ]
  return (
    <Table
      caption={t('clients.title')}
      isCaptionHidden
      columns={columns}
      rows={items}
      rowId={({ client }) => client.id}
    />
  )
}
