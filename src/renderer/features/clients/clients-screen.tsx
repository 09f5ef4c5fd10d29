import { useMemo, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { unpackRows, type PackedRows } from '#shared/attention/client-rows.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Page } from '#renderer/ui/page.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { ClientTable } from './client-table.tsx'
import { filterClients, statusFilters, type StatusFilter } from './filter-clients.ts'
import common from '#renderer/ui/common.module.css'
import styles from './clients.module.css'

/** Lists every client, those worth attention first, with a search by code and therapy and filters. */
export function ClientsScreen() {
  const { t } = useTranslation()
  const list = useAsk('attention.list')
  return (
    <Page
      title={t('clients.title')}
      width="wide"
      actions={
        list.data?.clientId.length === 0 ? null : (
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
        {(found) =>
          found.clientId.length === 0 ? (
            <EmptyState action={<NewClientLink />}>{t('clients.empty')}</EmptyState>
          ) : (
            <ClientList packed={found} />
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

/** Lists the clients with a search and filters. */
function ClientList({ packed }: { packed: PackedRows }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [filter, setFilter] = useState<StatusFilter>('current')
  const [isOnlyFlagged, setIsOnlyFlagged] = useState(false)
  const rows = useMemo(() => unpackRows(packed), [packed])
  const { shown, hiddenCount } = useMemo(
    () => filterClients(rows, text, { status: filter, isOnlyFlagged }),
    [rows, text, filter, isOnlyFlagged],
  )
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
        <CheckBox label={t('clients.onlyFlagged')} isSelected={isOnlyFlagged} onChange={setIsOnlyFlagged} />
      </div>
      <Stack gap={4}>
        <output className={joinClasses(common['note'], styles['count'])}>
          {shown.length === 0 ? '' : t('clients.shown', { count: shown.length })}
        </output>
        {shown.length > 0 ? (
          <ClientTable rows={shown} />
        ) : (
          <EmptyState
            action={
              hiddenCount > 0 ? (
                <Button
                  onPress={() => {
                    setFilter('all')
                    setIsOnlyFlagged(false)
                  }}
                >
                  {t('clients.showAll')}
                </Button>
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
