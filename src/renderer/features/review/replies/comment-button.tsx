import { useTranslation } from 'react-i18next'
import type { CommentPlace } from '#shared/bundles/reply.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { placeInWords } from '#renderer/parts/replies/comment-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import common from '#renderer/ui/common.module.css'

/** Begins a comment on the session or fall beside it; absent while nothing can be saved. */
export function CommentButton({
  about,
  detail = null,
  onComment,
}: {
  about: CommentPlace
  /** What tells it from another of the same place: the short name of a fall. */
  detail?: string | null
  onComment: (about: CommentPlace) => void
}) {
  const { t } = useTranslation()
  if (useReadOnly() !== null) return null
  return (
    <div className={common['quietLine']}>
      <Button kind="quiet" onPress={() => onComment(about)}>
        {t('replies.comments.beside')}
        <VisuallyHidden>
          : {placeInWords(about, t)}
          {detail === null ? null : ` (${detail})`}
        </VisuallyHidden>
      </Button>
    </div>
  )
}
