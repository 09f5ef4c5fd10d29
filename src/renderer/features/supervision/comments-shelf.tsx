import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { placeInWords } from '#renderer/parts/replies/comment-words.ts'
import { ReceivedCommentItem } from '#renderer/parts/replies/received-comment.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import common from '#renderer/ui/common.module.css'

/** The new comments, then others that came since the last meeting. Shows nothing to a therapist who has compared words with nobody. */
export function CommentsShelf() {
  const { t } = useTranslation()
  const { data, error } = together({ people: useAsk('contacts.list'), came: useAsk('replies.toDiscuss') })
  if (data === undefined) return error === null ? null : <FailureNotice failure={error} />
  const { people, came } = data
  if (came.length === 0 && people.every(({ state }) => state !== 'compared')) return null
  return (
    <Card title={t('replies.received.shelf')}>
      <p className={common['note']}>
        {t(came.length === 0 ? 'replies.received.none' : 'replies.received.lead')}
      </p>
      {came.length === 0 ? null : (
        <ul className={common['divided']}>
          {came.map(({ clientCode, ...comment }) => (
            <ReceivedCommentItem
              key={`${comment.contactId} ${comment.id}`}
              comment={comment}
              heading={
                <p>
                  <Link
                    className={common['codeLink']}
                    to="/clients/$clientId"
                    params={{ clientId: comment.clientId }}
                  >
                    {clientCode}
                  </Link>{' '}
                  {placeInWords(comment.about, t)}
                </p>
              }
            />
          ))}
        </ul>
      )}
      <div>
        <Link to="/supervision/reply" className={buttonClass()}>
          {t('replies.received.open')}
        </Link>
      </div>
    </Card>
  )
}
