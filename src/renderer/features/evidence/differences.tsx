import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/evidence/article.ts'
import { differenceTarget } from './difference-target.ts'
import { TargetLink } from './target-link.tsx'
import styles from './article.module.css'

/** Where the summary and the publication part ways, or the summary contradicts itself, each side in its words. */
export function Differences({ article, target }: { article: Article; target: string }) {
  const { t } = useTranslation()
  if (article.discrepancies.length === 0) return null
  return (
    <>
      <h2>{t('evidence.differences.title')}</h2>
      <ol className={styles['differences']}>
        {article.discrepancies.map((discrepancy, index) => {
          const id = differenceTarget(index)
          const finding = article.effects.find((effect) => effect.id === discrepancy.effect)
          return (
            <li
              key={id}
              id={id}
              tabIndex={-1}
              className={styles['difference']}
              aria-current={target === id ? 'true' : undefined}
            >
              {finding === undefined ? null : (
                <p>
                  {t('evidence.differences.about')}{' '}
                  <TargetLink articleId={article.id} target={`effect-${finding.id}`}>
                    {finding.claim}
                  </TargetLink>
                </p>
              )}
              <dl>
                <dt>{t('evidence.differences.summary')}</dt>
                <dd>{discrepancy.summary}</dd>
                <dt>{t('evidence.differences.published')}</dt>
                <dd>{discrepancy.published}</dd>
                {discrepancy.note === undefined ? null : (
                  <>
                    <dt>{t('evidence.differences.note')}</dt>
                    <dd>{discrepancy.note}</dd>
                  </>
                )}
              </dl>
            </li>
          )
        })}
      </ol>
    </>
  )
}
