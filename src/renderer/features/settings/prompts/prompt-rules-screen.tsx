import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleSummary } from '#shared/prompts/rule-summary.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import common from '#renderer/ui/common.module.css'
import { BackToSettings } from '../back-to-settings.tsx'
import { findRules } from './find-rules.ts'
import { RuleRow } from './rule-row.tsx'
import styles from './prompt-rules.module.css'

/** Lists the rules that make prompts, by area; each can be read and switched on or off. */
export function PromptRulesScreen() {
  const { t } = useTranslation()
  const rules = useAsk('prompts.rules')
  const switching = useSwitchRule()
  return (
    <Page title={t('prompts.rules.title')} subtitle={t('prompts.rules.subtitle')} width="narrow">
      <BackToSettings label={t('prompts.rules.back')} />
      <FailureNotice failure={rules.error ?? switching.error} onRetry={() => void rules.refetch()} />
      {rules.isPending ? <Loading label={t('prompts.rules.loading')} /> : null}
      {rules.data ? <RulesByArea rules={rules.data} switching={switching} /> : null}
    </Page>
  )
}

const useSwitchRule = () =>
  useChangeBy(
    'prompts.switchRule',
    (change, { ruleId, isOn }: { ruleId: string; title: string; isOn: boolean }) => change({ ruleId, isOn }),
  )

function RulesByArea({
  rules,
  switching,
}: {
  rules: readonly RuleSummary[]
  switching: ReturnType<typeof useSwitchRule>
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const areas = findRules(rules, typed, (area) => t(`prompts.areas.${area}`))
  const count = areas.reduce((sum, area) => sum + area.rules.length, 0)
  const off = rules.filter(({ offSince }) => offSince !== null).length
  const switched = switching.isSuccess ? switching.variables : null
  return (
    <>
      <SearchField
        label={t('prompts.rules.search')}
        placeholder={t('prompts.rules.searchHint')}
        value={typed}
        onChange={setTyped}
      />
      <output className={common['note']}>
        {switched === null
          ? null
          : `${t(switched.isOn ? 'prompts.rules.switchedOn' : 'prompts.rules.switchedOff', { title: switched.title })} `}
        {t('prompts.rules.count', { count, all: rules.length })}.{' '}
        {off === 0 ? t('prompts.rules.allOn') : t('prompts.rules.offCount', { count: off })}
      </output>
      {areas.length === 0 ? (
        <EmptyState action={<Button onPress={() => setTyped('')}>{t('prompts.rules.showAll')}</Button>}>
          {t('prompts.rules.none')}
        </EmptyState>
      ) : null}
      {areas.map(({ area, rules: ofArea }) => (
        <Card key={area} title={t(`prompts.areas.${area}`)}>
          <ul className={styles['rules']}>
            {ofArea.map((rule) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                isPending={switching.isPending && switching.variables.ruleId === rule.id}
                onSwitch={(isOn) => switching.mutate({ ruleId: rule.id, title: rule.title, isOn })}
              />
            ))}
          </ul>
        </Card>
      ))}
    </>
  )
}
