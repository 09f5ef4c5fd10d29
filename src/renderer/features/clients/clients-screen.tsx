import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClientListItem } from '#shared/contract/operations/clients.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FictionalTag } from '#renderer/parts/fictional-tag.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Page } from '#renderer/ui/page.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { Table, type TableColumn } from '#renderer/ui/table.tsx'
import { filterClients, statusFilters, type StatusFilter } from './filter-clients.ts'
import common from '#renderer/ui/common.module.css'
import styles from './clients.module.css'

/** Lists every client, with a search by code and therapy and a filter by status. */
export function ClientsScreen() {
  const { t } = useTranslation()
  const list = useAsk('clients.list')
  return (
    <Page
      title={t('clients.title')}
      actions={
        list.data?.length === 0 ? null : (
          <>
            <Link to="/notes" className={buttonClass()}>
              <Icon name="search" />
              {t('notes.link')}
            </Link>
            <NewClientLink />
          </>
        )
      }
    >
      <Loaded query={list} loading={t('clients.loading')}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState action={<NewClientLink />}>{t('clients.empty')}</EmptyState>
          ) : (
            <ClientList items={items} />
          )
        }
      </Loaded>
    </Page>
  )
}

function NewClientLink() {
  const { t } = useTranslation()
  if (useReadOnly() !== null) return null
  return (
    <Link to="/clients/new" className={buttonClass({ kind: 'primary' })}>
      <Icon name="plus" />
      {t('clients.newClient')}
    </Link>
  )
}

/** Lists the clients with a search and a status filter. */
function ClientList({ items }: { items: readonly ClientListItem[] }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [filter, setFilter] = useState<StatusFilter>('current')
  const { shown, hiddenCount } = filterClients(items, text, filter)
  return (
    <>
      <div
        className={stackClass({ direction: 'row', gap: 32, lineGap: 16, align: 'start' })}
        data-screen-only=""
      >
        <div className={styles['search']}>
          <SearchField label={t('clients.search')} value={text} onChange={setText} />
        </div>
        <ChoiceGroup
          label={t('clients.filter.label')}
          options={statusFilters.map((value) => ({ value, label: t(`clients.filter.${value}`) }))}
          value={filter}
          onChange={(next) => setFilter(next ?? 'current')}
        />
      </div>
      <Stack gap={4}>
        <output className={joinClasses(common['note'], styles['count'])}>
          {shown.length === 0 ? '' : t('clients.shown', { count: shown.length })}
        </output>
        {shown.length > 0 ? (
          <ClientTable items={shown} />
        ) : (
          <EmptyState
            action={
              hiddenCount > 0 ? (
                <Button onPress={() => setFilter('all')}>{t('clients.showAll')}</Button>
              ) : (
                <Button onPress={() => setText('')}>{t('clients.clearSearch')}</Button>
              )
            }
          >
            {hiddenCount > 0 ? t('clients.noMatchButHidden', { count: hiddenCount }) : t('clients.noMatch')}
          </EmptyState>
        )}
      </Stack>
    </>
  )
}

/** One row per client; the code links to the client's page. */
function ClientTable({ items }: { items: readonly ClientListItem[] }) {
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
          <FictionalTag isFictional={client.isFictional} />
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
