import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { WellbeingCheck } from '#shared/records/wellbeing-check.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Table } from '#renderer/ui/table.tsx'
import common from '#renderer/ui/common.module.css'
import { rowsOf, type CheckRow } from './own-check.ts'

/** Earlier checks, newest first, with one table per form. */
export function PastChecks({
  forms,
  checks,
}: {
  forms: readonly Instrument[]
  checks: readonly WellbeingCheck[]
}) {
  const { t } = useTranslation()
  const tables = forms
    .map((form) => ({ form, rows: rowsOf(checks, form) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <Card title={t('wellbeing.past.title')}>
      {tables.length === 0 ? <p className={common['note']}>{t('wellbeing.past.none')}</p> : null}
      {tables.map(({ form, rows }) => (
        <Table<CheckRow>
          key={form.id}
          caption={form.title}
          rows={rows}
          rowId={({ id }) => id}
          columns={[
            {
              id: 'day',
              header: t('wellbeing.past.day'),
              isRowHeader: true,
              cell: ({ takenOn }) => t('wellbeing.past.on', { date: new Date(takenOn) }),
            },
            ...form.scales.map((scale) => ({
              id: scale.id,
              header: scale.title,
              align: 'end' as const,
              cell: ({ scores }: CheckRow) => scores[scale.id] ?? t('wellbeing.past.notRated'),
            })),
            { id: 'note', header: t('wellbeing.past.note'), cell: ({ note }) => note },
          ]}
        />
      ))}
    </Card>
  )
}
