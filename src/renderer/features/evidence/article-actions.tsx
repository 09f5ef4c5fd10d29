import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { EvidenceEntry } from '#shared/evidence/evidence-item.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import { BookmarkButton } from './bookmark-button.tsx'
import { TargetLink } from './target-link.tsx'
import { useRemoveOwn } from './use-remove-own.ts'
import styles from './article.module.css'

/** The actions on a summary: bookmark, cite, print, and for the user's own summaries edit and remove. */
export function ArticleActions({ entry }: { entry: EvidenceEntry }) {
  const { t } = useTranslation()
  const { article, marks, origin } = entry
  return (
    <div
      className={joinClasses(
        styles['articleActions'],
        stackClass({ direction: 'row', gap: 8, lineGap: 4, align: 'centre' }),
      )}
      data-screen-only
    >
      <BookmarkButton articleId={article.id} title={article.title} isBookmarked={marks.isBookmarked} />
      <Button kind="quiet" icon="print" onPress={() => window.print()}>
        {t('evidence.print')}
      </Button>
      {origin === 'own' ? (
        <>
          <Link
            to="/evidence/own/edit/$articleId"
            params={{ articleId: article.id }}
            className={buttonClass({ kind: 'quiet' })}
          >
            <Icon name="pencil" />
            {t('evidence.own.edit')}
          </Link>
          <RemoveOwn articleId={article.id} />
        </>
      ) : null}
      <span className={joinClasses(styles['jumps'], stackClass({ direction: 'row', gap: 16, lineGap: 4 }))}>
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

/** Removes an own summary and opens the list, which offers to restore it. */
function RemoveOwn({ articleId }: { articleId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const remove = useRemoveOwn(articleId)
  return (
    <>
      <Button
        kind="quiet"
        icon="trash"
        isPending={remove.isPending}
        onPress={() =>
          remove.mutate({ id: articleId }, { onSuccess: () => void navigate({ to: '/evidence' }) })
        }
      >
        {t('evidence.own.remove')}
      </Button>
      <FailureNotice failure={remove.error} />
    </>
  )
}
