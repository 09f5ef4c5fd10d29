import { useTranslation } from 'react-i18next'
import type { RuleSummary } from '#shared/prompts/rule-summary.ts'
import { SourceLink } from '#renderer/parts/prompts/source-link.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { stackClass } from '#renderer/ui/stack-class.ts'
import { Stack } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './prompt-rules.module.css'

/** One rule: when it applies, whether it is on, and on request its text and its evidence. */
export function RuleRow({
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
    <li className={styles['rule']}>
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
            {t(rule.about === 'own' ? 'prompts.rules.coolDownOwn' : 'prompts.rules.coolDown', {
              count: rule.coolDownSessions,
            })}{' '}
            {t('prompts.ruleName', { id: rule.id, version: rule.version })}
          </p>
        </Stack>
      </Disclosure>
    </li>
  )
}
