import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/evidence/article.ts'
import styles from './article.module.css'

/** The reference as text. A DOI that no source gives is said to be missing. */
export function Reference({ article: { citation, doi } }: { article: Article }) {
  const { t } = useTranslation()
  return (
    <>
      <h2>{t('evidence.reference.title')}</h2>
      <p className={styles['citation']}>{citation}</p>
      {doi === undefined ? <p>{t('evidence.reference.noDoi')}</p> : null}
    </>
  )
}
