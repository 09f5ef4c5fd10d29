import { useTranslation } from 'react-i18next'
import type { ClientId } from '#shared/records/ids.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Card } from '#renderer/ui/card.tsx'
import common from '#renderer/ui/common.module.css'
import { placeInWords, sessionOf } from './comment-words.ts'
import { ReceivedCommentItem } from './received-comment.tsx'

/**
 * What supervisors wrote about a client, the new comments first, then the newest session, or about one session. Shows nothing without a comment.
 */
export function SupervisorCommentsCard({ clientId, session }: { clientId: ClientId; session?: number }) {
  const { t } = useTranslation()
  const asked = useAsk('replies.ofClient', { clientId })
  const comments = (asked.data ?? [])
    .filter(({ about }) => session === undefined || sessionOf(about) === session)
    .toSorted(
      (one, other) =>
        Number(one.readAt !== null) - Number(other.readAt !== null) ||
        sessionOf(other.about) - sessionOf(one.about),
    )
  if (comments.length === 0 && asked.error === null) return null
  return (
    <Card title={t('replies.received.title')}>
      <FailureNotice failure={asked.error} />
      <ul className={common['divided']}>
        {comments.map((comment) => (
          <ReceivedCommentItem
            key={`${comment.contactId} ${comment.id}`}
            comment={comment}
            heading={<h3>{placeInWords(comment.about, t)}</h3>}
          />
        ))}
      </ul>
    </Card>
  )
}
