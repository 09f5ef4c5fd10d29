import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Prompt } from '#shared/prompts/prompt.ts'
import { PromptCard } from './prompt-card.tsx'
import styles from './client.module.css'

/** At most three suggestions, the most pressing first. */
export function PromptList({ prompts }: { prompts: readonly Prompt[] }) {
  const { t } = useTranslation()
  const titleId = useId()
  return (
    <section className={styles['prompts']} aria-labelledby={titleId}>
      <h2 id={titleId}>{t('prompts.title')}</h2>
      {prompts.length === 0 ? (
        <p className={styles['muted']}>{t('prompts.none')}</p>
      ) : (
        <div className={styles['promptCards']}>
          {prompts.map((prompt) => (
            <PromptCard key={prompt.ruleId} prompt={prompt} />
          ))}
        </div>
      )}
    </section>
  )
}
