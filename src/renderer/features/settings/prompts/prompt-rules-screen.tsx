import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleSummary } from '#shared/prompts/rule-summary.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { SourceLink } from '#renderer/parts/prompts/source-link.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { findRules } from './find-rules.ts'
import common from '#renderer/ui/common.module.css'
import styles from './prompt-rules.module.css'

/** Lists the rules that make prompts, by area; each can be read and switched on or off. */
export function PromptRulesScreen() {
  const { t } = useTranslation()
  const rules = useAsk('prompts.rules')
  const switching = useSwitchRule()
  return (
    <Page title={t('prompts.rules.title')} subtitle={t('prompts.rules.subtitle')} width="narrow">
      <BackLink to="/settings">{t('prompts.rules.back')}</BackLink>
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
          <ul className={joinClasses(common['divided'], styles['rules'])}>
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

/** One rule: when it applies, whether it is on, and on request its text and its evidence. */
function RuleRow({
  rule,
  isPending,
  onSwitch,
}: {
  rule: RuleSummary
  isPending: boolean
  onSwitch: (isOn: boolean) => void
}) {
  const { t } = useTranslation()
  const isOff = rule.offSince !== null
  return (
    <li className={stackClass({ gap: 8 })}>
      <Stack direction="row" gap={8} lineGap={4} align="centre">
        <h3 className={common['bodySize']}>{rule.title}</h3>
        {rule.offSince === null ? null : <Tag>{t('prompts.rules.off', { at: new Date(rule.offSince) })}</Tag>}
        {rule.strength === null ? <Tag>{t('prompts.rules.silent')}</Tag> : null}
        <span className={styles['switch']}>
          <Button kind={isOff ? 'secondary' : 'quiet'} onPress={() => onSwitch(isOff)} isPending={isPending}>
            {t(isOff ? 'prompts.rules.switchOn' : 'prompts.rules.switchOff')}
            <VisuallyHidden>: {rule.title}</VisuallyHidden>
          </Button>
        </span>
      </Stack>
      <p>{rule.rule}</p>
      <Disclosure title={t('prompts.rules.more')} level={4}>
        <Stack gap={8}>
          <p>{t('prompts.rules.example', { because: rule.example })}</p>
          <p className={common['strong']}>{rule.suggestion}</p>
          <p>{rule.cantTell}</p>
          {rule.strength === null ? null : <p>{rule.strength}</p>}
          {rule.sources.length === 0 ? null : (
            <p className={stackClass({ direction: 'row', gap: 12, lineGap: 4 })}>
              {t('prompts.rules.rests')}
              {rule.sources.map((source) => (
                <SourceLink key={`${source.articleId} ${source.effectId}`} source={source}>
                  {source.citation}
                </SourceLink>
              ))}
            </p>
          )}
          <p className={common['note']}>
            {rule.isOnce
              ? t('prompts.rules.once')
              : t(rule.about === 'own' ? 'prompts.rules.coolDownOwn' : 'prompts.rules.coolDown', {
                  count: rule.coolDownSessions,
                })}{' '}
            {t('prompts.ruleName', { id: rule.id, version: rule.version })}
          </p>
        </Stack>
      </Disclosure>
    </li>
  )
}
