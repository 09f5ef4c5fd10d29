import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/evidence/article.ts'
import { ForestPlots } from '#renderer/charts/forest-plots.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { FindingsTable } from './findings-table.tsx'
import { FigureMeanings } from './figure-meanings.tsx'
import { monthWords } from './month-words.ts'
import styles from './article.module.css'

/** Every finding with its figure, those that share an axis drawn side by side, and what the figures mean. */
export function Findings({ article, target }: { article: Article; target: string }) {
  const { t } = useTranslation()
  const { publication, month } = article.source
  const compared = useMemo(() => [article], [article])
  return (
    <section className={styles['findings']} aria-labelledby="figures">
      <h2 id="figures" tabIndex={-1} className={styles['target']}>
        {t('evidence.findings.title')}
      </h2>
      <p className={styles['intro']}>
        {t('evidence.findings.intro')}{' '}
        {month === undefined
          ? t('evidence.findings.summaryByNoMonth', { publication })
          : t('evidence.findings.summaryBy', { publication, month: monthWords(month) })}
      </p>
      <FindingsTable article={article} target={target} />
      <ForestPlots articles={compared} />
      <Disclosure title={t('evidence.meaning.title')}>
        <FigureMeanings effects={article.effects} />
      </Disclosure>
    </section>
  )
}
