import { useTranslation } from 'react-i18next'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { Reader } from '#renderer/ui/reader.tsx'
import { CopyCitation } from './copy-citation.tsx'
import { OpenDoi } from './open-doi.tsx'
import styles from './article.module.css'

/** The reference, to read and to copy, and a link to the publication. Says so if no source gives a DOI. */
export function Reference({ article }: { article: ArticleDraft }) {
  const { t } = useTranslation()
  const { citation, doi } = article
  return (
    <section className={styles['part']} aria-labelledby="reference">
      <h2 id="reference" tabIndex={-1} className={styles['target']}>
        {t('evidence.reference.title')}
      </h2>
      <Reader>
        <p className={styles['citation']}>{citation ?? t('evidence.reference.none')}</p>
        {doi === undefined ? <p>{t('evidence.reference.noDoi')}</p> : null}
      </Reader>
      <CopyCitation articleId={article.id} citation={citation} />
      {doi === undefined ? null : <OpenDoi doi={doi} />}
    </section>
  )
}
