import { useTranslation } from 'react-i18next'
import type { ClientId } from '#shared/records/ids.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'
import { CommentText } from './comment-text.tsx'
import { placeInWords, sessionOf } from './comment-words.ts'

/**
 * What supervisors wrote about a client, the newest session first, or about one session. Shows nothing without a comment.
 */
export function SupervisorCommentsCard({ clientId, session }: { clientId: ClientId; session?: number }) {
  const { t } = useTranslation()
  const asked = useAsk('replies.ofClient', { clientId })
  const comments = (asked.data ?? [])
    .filter(({ about }) => session === undefined || sessionOf(about) === session)
    .toSorted((one, other) => sessionOf(other.about) - sessionOf(one.about))
  if (comments.length === 0 && asked.error === null) return null
  return (
    <Card title={t('replies.received.title')}>
      <FailureNotice failure={asked.error} />
      <ul className={common['divided']}>
        {comments.map(({ id, contactId, contactName, about, text, study, cameAt }) => (
          <li key={`${contactId} ${id}`} className={stackClass({ gap: 4 })}>
            <h3>{placeInWords(about, t)}</h3>
            <CommentText text={text} study={study} />
            <p className={common['note']}>
              {t('replies.received.by', { name: contactName, date: new Date(cameAt) })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
