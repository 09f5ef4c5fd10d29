import { useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { WrittenComment } from '#shared/replies/comment.ts'
import type { ReviewedClient } from '#shared/review/supervisee.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { CommentText } from '#renderer/parts/replies/comment-text.tsx'
import { placeInWords, sessionOf } from '#renderer/parts/replies/comment-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Disclosure } from '#renderer/ui/disclosure.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import common from '#renderer/ui/common.module.css'
import type { BegunComment } from './begun-comment.ts'
import { CommentForm } from './comment-form.tsx'

/** The supervisor's comments on one client: writes, corrects and takes them back, and leads to the reply. */
export function CommentsCard({
  client,
  comments,
  begun,
}: {
  client: ReviewedClient
  comments: readonly WrittenComment[]
  /** The comment that was begun last beside a session or a fall; null for none. */
  begun: BegunComment | null
}) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  const removing = useChange('replies.remove')
  const title = useRef<HTMLHeadingElement>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [said, setSaid] = useState<'saved' | 'removed' | null>(null)
  const leave = (next: typeof said): void => {
    setEditing(null)
    setSaid(next)
    // The form or the button that had the focus goes away.
    title.current?.focus()
  }
  const sorted = comments.toSorted((one, other) => sessionOf(other.about) - sessionOf(one.about))
  return (
    <Card title={t('replies.comments.title')} titleRef={title}>
      <p className={common['note']}>{t('replies.comments.lead', { therapist: client.therapist })}</p>
      {sorted.length === 0 ? <p>{t('replies.comments.none')}</p> : null}
      <output>{said === null ? '' : t(`replies.comments.${said}`)}</output>
      <FailureNotice failure={removing.error} />
      {sorted.length === 0 ? null : (
        <ul className={common['divided']}>
          {sorted.map((comment) => (
            <li key={comment.id} className={stackClass({ gap: 8 })}>
              {editing === comment.id ? (
                <>
                  <h3>{t('replies.comments.correct')}</h3>
                  <CommentForm
                    client={client}
                    comment={comment}
                    begunAt={null}
                    onSaved={() => leave('saved')}
                    onCancel={() => leave(null)}
                  />
                </>
              ) : (
                <>
                  <h3>{placeInWords(comment.about, t)}</h3>
                  <CommentText text={comment.text} study={comment.study} />
                  {isReadOnly ? null : (
                    <Stack direction="row" gap={8} lineGap={8}>
                      <Button onPress={() => setEditing(comment.id)}>
                        {t('replies.comments.edit')}
                        <CommentName comment={comment} />
                      </Button>
                      <Button
                        kind="quiet"
                        onPress={() =>
                          removing.mutate({ id: comment.id }, { onSuccess: () => leave('removed') })
                        }
                      >
                        {t('replies.comments.remove')}
                        <CommentName comment={comment} />
                      </Button>
                    </Stack>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {isReadOnly ? null : (
        <Disclosure key={begun?.times ?? 0} title={t('replies.comments.new')} startsOpen={begun !== null}>
          <CommentForm
            client={client}
            comment={null}
            begunAt={begun?.about ?? null}
            onSaved={() => setSaid('saved')}
            onCancel={null}
          />
        </Disclosure>
      )}
      <div>
        <Link
          to="/supervision/review/people/$contactId/reply"
          params={{ contactId: client.contactId }}
          className={buttonClass()}
        >
          {t('replies.comments.toReply')}
        </Link>
      </div>
    </Card>
  )
}

/** Says to a screen reader which comment a button is about. */
function CommentName({ comment: { about, text } }: { comment: WrittenComment }) {
  const { t } = useTranslation()
  return (
    <VisuallyHidden>
      : {t('replies.comments.of', { place: placeInWords(about, t), text: text.slice(0, 60) })}
    </VisuallyHidden>
  )
}
