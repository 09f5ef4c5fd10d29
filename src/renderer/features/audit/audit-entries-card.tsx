import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditAreas, type AuditArea } from '#shared/audit/audit-entry.ts'
import type { AuditFilter } from '#shared/contract/operations/audit.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { AuditTable } from './audit-table.tsx'
import { everything, useAuditPage, useClientCodes } from './use-audit.ts'
import styles from './audit.module.css'

/** Shows the entries a page at a time, so a log of many years opens as fast as one of a day. */
export function AuditEntriesCard() {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<AuditFilter>(everything)
  /** Where each newer page began, for going back; the last one is where the current page begins. */
  const [places, setPlaces] = useState<readonly number[]>([])
  const page = useAuditPage(filter, places.at(-1) ?? null)
  const clients = useClientCodes() ?? []
  const people = useAsk('contacts.list').data ?? null
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
        <AuditTable
          entries={entries}
          codes={new Map(clients.map(({ id, code }) => [id, code]))}
          names={people && new Map(people.map(({ id, name }) => [id, name]))}
        />
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

const all = 'all'

/** Filters the log by kind of event, client and date. */
function AuditFilters({
  filter,
  clients,
  onChange,
}: {
  filter: AuditFilter
  clients: readonly { id: string; code: string }[]
  onChange: (filter: AuditFilter) => void
}) {
  const { t } = useTranslation()
  const isNarrowed = Object.values(filter).some((value) => value !== null)
  return (
    <fieldset
      className={stackClass({ direction: 'row', gap: 16, lineGap: 12, align: 'end' })}
      aria-label={t('audit.filters.title')}
    >
      <div className={styles['filter']}>
        <SelectField<AuditArea | typeof all>
          label={t('audit.filters.area')}
          placeholder={t('audit.filters.allAreas')}
          options={[
            { value: all, label: t('audit.filters.allAreas') },
            ...auditAreas.map((area) => ({ value: area, label: t(`audit.areas.${area}`) })),
          ]}
          value={filter.area ?? all}
          onChange={(area) => onChange({ ...filter, area: area === all ? null : area })}
        />
      </div>
      <div className={styles['filter']}>
        <SelectField
          label={t('audit.filters.client')}
          placeholder={t('audit.filters.allClients')}
          options={[
            { value: all, label: t('audit.filters.allClients') },
            ...clients.map(({ id, code }) => ({ value: id, label: code })),
          ]}
          value={filter.clientId ?? all}
          onChange={(id) => onChange({ ...filter, clientId: id === all ? null : clientIdSchema.parse(id) })}
        />
      </div>
      <div className={styles['day']}>
        <DateField
          label={t('audit.filters.from')}
          noDay={t('ui.noDay')}
          value={filter.from}
          onChange={(from) => onChange({ ...filter, from })}
          {...(filter.to === null ? {} : { latest: filter.to })}
        />
      </div>
      <div className={styles['day']}>
        <DateField
          label={t('audit.filters.to')}
          noDay={t('ui.noDay')}
          value={filter.to}
          onChange={(to) => onChange({ ...filter, to })}
          {...(filter.from === null ? {} : { earliest: filter.from })}
        />
      </div>
      {isNarrowed ? <Button onPress={() => onChange(everything)}>{t('audit.filters.clear')}</Button> : null}
    </fieldset>
  )
}
