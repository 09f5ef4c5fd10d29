import { useTranslation } from 'react-i18next'
import type { Prompt } from '#shared/prompts/prompt.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { SourceLink } from './source-link.tsx'
import styles from './prompts.module.css'

/** Details of a prompt: the rule in words, its numbers, further findings, and the switch to turn it off. */
export function PromptRule({ prompt, onSwitchOff }: { prompt: Prompt; onSwitchOff: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <p>{prompt.rule}</p>
      {prompt.changedParameters.length === 0 ? null : <p>{t('client.ownSettings')}</p>}
      <ul className={styles['numbers']}>
        {prompt.numbers.map(({ label, value, n }) => (
          <li key={label}>{t('prompts.number', { label, value, count: n })}</li>
        ))}
      </ul>
      {prompt.furtherSources.length === 0 ? null : (
        <>
          <p>{t('prompts.also')}</p>
          <ul className={styles['numbers']}>
            {prompt.furtherSources.map((source) => (
              <li key={`${source.articleId} ${source.effectId}`}>
                <SourceLink source={source}>{source.citation}</SourceLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <Stack direction="row" gap={16} lineGap={8} align="centre" justify="between">
        <p className={common['muted']}>
          {t('prompts.ruleName', { id: prompt.ruleId, version: prompt.ruleVersion })}
        </p>
        <Button kind="quiet" onPress={onSwitchOff}>
          {t('prompts.switchOff')}
        </Button>
      </Stack>
    </>
  )
}
