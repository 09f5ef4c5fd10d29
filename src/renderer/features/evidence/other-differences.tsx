import { useTranslation } from 'react-i18next'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { DifferenceWords } from './difference-words.tsx'
import styles from './article.module.css'

/** Differences between the sources that concern no single finding; the others are shown with their finding. */
export function OtherDifferences({ article }: { article: ArticleDraft }) {
  const { t } = useTranslation()
  const others = article.discrepancies.filter(({ effect }) => effect === undefined)
  if (others.length === 0) return null
  return (
    <section className={styles['part']} aria-labelledby="differences">
      <h2 id="differences" tabIndex={-1} className={styles['target']}>
        {t('evidence.differences.title')}
      </h2>
      <ul className={styles['others']}>
        {others.map((discrepancy) => (
          <li key={discrepancy.summary}>
            <DifferenceWords discrepancy={discrepancy} />
          </li>
        ))}
      </ul>
    </section>
  )
}
