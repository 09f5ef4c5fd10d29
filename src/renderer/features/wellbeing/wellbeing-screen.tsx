import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { WellbeingCheck } from '#shared/records/wellbeing-check.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { ContextLinks } from '#renderer/parts/prompts/context-links.tsx'
import { PromptHistory } from '#renderer/parts/prompts/prompt-history.tsx'
import { PromptList } from '#renderer/parts/prompts/prompt-list.tsx'
import { RulesOffLine } from '#renderer/parts/prompts/rules-off-line.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { CheckForm } from './check-form.tsx'
import { rowsOf, type CheckRow } from './own-check.ts'
import { ownFormsOf, useWellbeing } from './use-wellbeing.ts'
import common from '#renderer/ui/common.module.css'

/** The therapist's own screen: a private check, and what it suggests. */
export function WellbeingScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('wellbeing.title')} subtitle={t('wellbeing.subtitle')}>
      <Loaded query={useWellbeing()} loading={t('wellbeing.loading')}>
        {({ instruments, checks, prompts }) => {
          const forms = ownFormsOf(instruments)
          return (
            <>
              <CheckForm forms={forms} suggestions={prompts.length} />
              <PromptList
                prompts={prompts}
                clientId={null}
                none={t(checks.length === 0 ? 'wellbeing.noneYet' : 'wellbeing.none')}
              >
                <RulesOffLine about="own" />
                <PromptHistory clientId={null} />
              </PromptList>
              <PastChecks forms={forms} checks={checks} />
              <Card kind="sunken" title={t('wellbeing.context')}>
                <ContextLinks place="wellbeing" />
              </Card>
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

/** Earlier checks, newest first, with one table per form. */
function PastChecks({ forms, checks }: { forms: readonly Instrument[]; checks: readonly WellbeingCheck[] }) {
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
