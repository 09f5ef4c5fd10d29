import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Prompt } from '#shared/prompts/prompt.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import styles from './client.module.css'

/** One suggestion: why, what could be done, what it rests on, and what it can't tell. */
export function PromptCard({ prompt }: { prompt: Prompt }) {
  const { t } = useTranslation()
  return (
    <Card title={prompt.title} level={3}>
      <dl className={styles['promptTerms']}>
        <div>
          <dt>{t('prompts.because')}</dt>
          <dd>{prompt.because}</dd>
        </div>
        <div>
          <dt>{t('prompts.youCould')}</dt>
          <dd className={styles['suggestion']}>{prompt.suggestion}</dd>
        </div>
        <div>
          <dt>{t('prompts.evidence')}</dt>
          <dd>
            {prompt.strength}
            <br />
            <SourceLink source={prompt.source}>
              {t('prompts.seeFinding', { citation: prompt.source.citation })}
            </SourceLink>
          </dd>
        </div>
        <div>
          <dt>{t('prompts.cantTell')}</dt>
          <dd>{prompt.cantTell}</dd>
        </div>
      </dl>
      <Disclosure title={t('prompts.showRule')} level={4}>
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
        <p className={styles['muted']}>
          {t('prompts.ruleName', { id: prompt.ruleId, version: prompt.ruleVersion })}
        </p>
      </Disclosure>
    </Card>
  )
}

function SourceLink({ source, children }: { source: Prompt['source']; children: string }) {
  return (
    <Link
      to="/evidence/$articleId"
      params={{ articleId: source.articleId }}
      hash={`effect-${source.effectId}`}
    >
      {children}
    </Link>
  )
}
