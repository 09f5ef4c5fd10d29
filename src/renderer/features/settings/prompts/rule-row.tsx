import { useTranslation } from 'react-i18next'
import type { RuleSummary } from '#shared/prompts/rule-summary.ts'
import { SourceLink } from '#renderer/parts/prompts/source-link.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
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
      <div className={styles['head']}>
        <h3 className={styles['title']}>{rule.title}</h3>
        {rule.offSince === null ? null : <Tag>{t('prompts.rules.off', { at: new Date(rule.offSince) })}</Tag>}
        {rule.strength === null ? <Tag>{t('prompts.rules.silent')}</Tag> : null}
        <span className={styles['switch']}>
          <Button kind={isOff ? 'secondary' : 'quiet'} onPress={() => onSwitch(isOff)} isPending={isPending}>
            {t(isOff ? 'prompts.rules.switchOn' : 'prompts.rules.switchOff')}
            <VisuallyHidden>: {rule.title}</VisuallyHidden>
          </Button>
        </span>
      </div>
      <p>{rule.rule}</p>
      <Disclosure title={t('prompts.rules.more')} level={4}>
        <div className={styles['detail']}>
          <p>{t('prompts.rules.example', { because: rule.example })}</p>
          <p className={styles['strong']}>{rule.suggestion}</p>
          <p>{rule.cantTell}</p>
          {rule.strength === null ? null : <p>{rule.strength}</p>}
          {rule.sources.length === 0 ? null : (
            <p className={styles['sources']}>
              {t('prompts.rules.rests')}
              {rule.sources.map((source) => (
                <SourceLink key={`${source.articleId} ${source.effectId}`} source={source}>
                  {source.citation}
                </SourceLink>
              ))}
            </p>
          )}
          <p className={styles['note']}>
            {t(rule.about === 'own' ? 'prompts.rules.coolDownOwn' : 'prompts.rules.coolDown', {
              count: rule.coolDownSessions,
            })}{' '}
            {t('prompts.ruleName', { id: rule.id, version: rule.version })}
          </p>
        </div>
      </Disclosure>
    </li>
  )
}
