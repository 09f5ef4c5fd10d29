import { useTranslation } from 'react-i18next'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import styles from './article.module.css'

/** A difference between summary and publication, or within the summary, with the wording of each side. */
export function DifferenceWords({
  discrepancy: { summary, published, note },
}: {
  discrepancy: ArticleDraft['discrepancies'][number]
}) {
  const { t } = useTranslation()
  return (
    <div className={styles['difference']}>
      <p className={styles['differ']}>
        <Icon name="caution" size={16} />
        {t('evidence.differences.here')}
      </p>
      <dl>
        <div>
          <dt>{t('evidence.differences.summary')}</dt>
          <dd>{summary}</dd>
        </div>
        <div>
          <dt>{t('evidence.differences.published')}</dt>
          <dd>{published}</dd>
        </div>
        {note === undefined ? null : (
          <div>
            <dt>{t('evidence.differences.note')}</dt>
            <dd>{note}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
