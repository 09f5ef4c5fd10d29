import { useTranslation } from 'react-i18next'
import { auditAreas, type AuditArea } from '#shared/audit/audit-entry.ts'
import type { AuditFilter } from '#shared/contract/operations/audit.ts'
import { clientIdSchema } from '#shared/records/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { stackClass } from '#renderer/ui/stack-class.ts'
import { everything } from './use-audit.ts'
import styles from './audit.module.css'

const all = 'all'

/** Filters the log by kind of event, client and date. */
export function AuditFilters({
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
          value={filter.from}
          onChange={(from) => onChange({ ...filter, from })}
          {...(filter.to === null ? {} : { latest: filter.to })}
        />
      </div>
      <div className={styles['day']}>
        <DateField
          label={t('audit.filters.to')}
          value={filter.to}
          onChange={(to) => onChange({ ...filter, to })}
          {...(filter.from === null ? {} : { earliest: filter.from })}
        />
      </div>
      {isNarrowed ? <Button onPress={() => onChange(everything)}>{t('audit.filters.clear')}</Button> : null}
    </fieldset>
  )
}
