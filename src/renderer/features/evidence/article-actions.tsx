import { useTranslation } from 'react-i18next'
import type { EvidenceEntry } from '#shared/evidence/evidence-item.ts'
import { Button } from '#renderer/ui/button.tsx'
import { BookmarkButton } from './bookmark-button.tsx'
import { TargetLink } from './target-link.tsx'
import styles from './article.module.css'

/** What can be done with a summary: keep it, print it, go to its parts. */
export function ArticleActions({ entry }: { entry: EvidenceEntry }) {
  const { t } = useTranslation()
  const { article, marks } = entry
  return (
    <div className={styles['articleActions']} data-screen-only>
      <BookmarkButton articleId={article.id} title={article.title} isBookmarked={marks.isBookmarked} />
      <Button kind="quiet" icon="print" onPress={() => window.print()}>
        {t('evidence.print')}
      </Button>
      <span className={styles['jumps']}>
        <TargetLink articleId={article.id} target="figures">
          {t('evidence.toFigures')}
        </TargetLink>
        <TargetLink articleId={article.id} target="note">
          {t('evidence.note.title')}
        </TargetLink>
        <TargetLink articleId={article.id} target="reference">
          {t('evidence.reference.title')}
        </TargetLink>
      </span>
    </div>
  )
}
