import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditFilter } from '#shared/contract/operations/audit.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { stackClass } from '#renderer/ui/stack-class.ts'
import { AuditFilters } from './audit-filters.tsx'
import { AuditTable } from './audit-table.tsx'
import { everything, useAuditPage, useClientCodes } from './use-audit.ts'

/** Shows the entries a page at a time, so a log of many years opens as fast as one of a day. */
export function AuditEntriesCard() {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<AuditFilter>(everything)
  /** Where each newer page began, for going back; the last one is where the current page begins. */
  const [places, setPlaces] = useState<readonly number[]>([])
  const page = useAuditPage(filter, places.at(-1) ?? null)
  const clients = useClientCodes() ?? []
  const narrow = (next: AuditFilter) => {
    setFilter(next)
    setPlaces([])
  }
  const isNarrowed = Object.values(filter).some((value) => value !== null)
  const { entries = [], hasMore = false } = page.data ?? {}
  const oldest = entries.at(-1)?.sequence
  return (
    <Card title={t('audit.list.title')}>
      <AuditFilters filter={filter} clients={clients} onChange={narrow} />
      <FailureNotice failure={page.error} onRetry={() => void page.refetch()} />
      {page.isPending ? <Loading label={t('audit.loading')} /> : null}
      {page.data && entries.length === 0 ? (
        <p>{t(isNarrowed ? 'audit.list.noneFound' : 'audit.list.noneYet')}</p>
      ) : null}
      {entries.length === 0 ? null : (
        <AuditTable entries={entries} codes={new Map(clients.map(({ id, code }) => [id, code]))} />
      )}
      {hasMore || places.length > 0 ? (
        <nav className={stackClass({ direction: 'row', gap: 8 })} aria-label={t('audit.list.pages')}>
          <Button isDisabled={places.length === 0} onPress={() => setPlaces([])}>
            {t('audit.list.newest')}
          </Button>
          <Button isDisabled={places.length === 0} onPress={() => setPlaces(places.slice(0, -1))}>
            {t('audit.list.newer')}
          </Button>
          <Button
            isDisabled={!hasMore || oldest === undefined}
            onPress={() => (oldest === undefined ? undefined : setPlaces([...places, oldest]))}
          >
            {t('audit.list.older')}
          </Button>
        </nav>
      ) : null}
    </Card>
  )
}
