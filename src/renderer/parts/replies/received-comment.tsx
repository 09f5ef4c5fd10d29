import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReceivedComment } from '#shared/replies/comment.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import common from '#renderer/ui/common.module.css'
import { CommentText } from './comment-text.tsx'
import { placeInWords } from './comment-words.ts'

/** A supervisor's comment in a list, under a heading of its place. A new one says so and can be marked as read. */
export function ReceivedCommentItem({ comment, heading }: { comment: ReceivedComment; heading: ReactNode }) {
  const { t } = useTranslation()
  const marking = useChange('replies.markRead')
  const item = useRef<HTMLLIElement>(null)
  const { id, contactId, contactName, about, text, study, cameAt, readAt } = comment
  return (
    <li ref={item} tabIndex={-1} className={stackClass({ gap: 4 })}>
      <Stack direction="row" gap={8} align="centre">
        {heading}
        {readAt === null ? <Tag>{t('replies.received.new')}</Tag> : null}
      </Stack>
      <CommentText text={text} study={study} />
      <p className={common['note']}>
        {t('replies.received.by', { name: contactName, date: new Date(cameAt) })}
      </p>
      {readAt === null ? (
        <div>
          <Button
            isPending={marking.isPending}
            onPress={() =>
              marking.mutate(
                { comments: [{ contactId, id }] },
                // The button that had the focus goes away.
                { onSuccess: () => item.current?.focus() },
              )
            }
          >
            {t('replies.received.read')}
            <VisuallyHidden>: {placeInWords(about, t)}</VisuallyHidden>
          </Button>
        </div>
      ) : null}
      <FailureNotice failure={marking.error} />
    </li>
  )
}
