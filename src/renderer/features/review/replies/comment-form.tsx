import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { replyLimits, type CommentPlace } from '#shared/bundles/reply.ts'
import type { WrittenComment } from '#shared/replies/comment.ts'
import type { ReviewedClient } from '#shared/review/supervisee.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { placeKey, placesOf } from './places.ts'
import { StudyFields } from './study-fields.tsx'
import { typedCommentSchema, type TypedComment } from './typed-comment.ts'

interface CommentFormParts {
  readonly client: ReviewedClient
  /** The comment that is corrected; null for a new one. */
  readonly comment: WrittenComment | null
  /** The session or fall beside which it was begun: it is chosen, and the text has the focus. Null if it was not. */
  readonly begunAt: CommentPlace | null
  readonly onSaved: () => void
  /** Leaves a correction as it was; null for a new comment, which has nothing to go back to. */
  readonly onCancel: (() => void) | null
}

/** Writes or corrects a comment on a session or a fall. What is typed stays as a draft until it is saved. */
export function CommentForm(parts: CommentFormParts) {
  const { client, comment } = parts
  return (
    <Drafted
      form="review-comment"
      subject={`${client.id} ${comment?.id ?? 'new'}`}
      clientId={null}
      schema={typedCommentSchema}
    >
      {(draft) => <DraftedComment {...parts} draft={draft} />}
    </Drafted>
  )
}

const empty: TypedComment = { place: null, text: '', study: null }

function typedOf(comment: WrittenComment | null): TypedComment {
  if (comment === null) return empty
  return {
    place: placeKey(comment.about),
    text: comment.text,
    study: comment.study === null ? null : 'kept',
  }
}

function DraftedComment({
  client,
  comment,
  begunAt,
  onSaved,
  onCancel,
  draft,
}: CommentFormParts & { draft: FormDraft<TypedComment> }) {
  const { t } = useTranslation()
  const writing = useChange('replies.write')
  const [typed, setTyped] = useState(() => {
    const start = draft.found?.typed ?? typedOf(comment)
    return begunAt === null ? start : { ...start, place: placeKey(begunAt) }
  })
  // Sent twice, a new comment is still one.
  const [id, setId] = useState(() => comment?.id ?? crypto.randomUUID())
  const form = useRef<HTMLFormElement>(null)
  const isBegun = begunAt !== null
  useEffect(() => {
    if (isBegun) form.current?.querySelector('textarea')?.focus()
  }, [isBegun])
  const places = placesOf(client, t)
  const about = places.find(({ value }) => value === typed.place)?.about
  const isChoosingFinding = typed.study !== null && typed.study !== 'kept' && typed.study.findingId === null
  const isReady =
    about !== undefined &&
    typed.text.trim() !== '' &&
    typed.text.length <= replyLimits.text &&
    !isChoosingFinding

  const edit = (change: Partial<TypedComment>): void => {
    writing.reset()
    const next = { ...typed, ...change }
    setTyped(next)
    draft.keep(comment === null && next.text === '' && next.study === null ? null : next)
  }
  const save = (): void => {
    if (!isReady || writing.isPending) return
    const { text, study } = typed
    writing.mutate(
      {
        id,
        clientId: client.id,
        about,
        text,
        keepsStudy: study === 'kept',
        study:
          study === null || study === 'kept' || study.findingId === null
            ? null
            : { articleId: study.articleId, findingId: study.findingId },
      },
      {
        onSuccess: () => {
          draft.finish()
          onSaved()
          if (comment !== null) return
          setTyped({ ...empty, place: typed.place })
          setId(crypto.randomUUID())
          form.current?.querySelector('textarea')?.focus()
        },
      },
    )
  }

  return (
    <form
      ref={form}
      className={stackClass({ gap: 12 })}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <SelectField
        label={t('replies.comments.about')}
        options={places}
        value={typed.place}
        onChange={(place) => edit({ place })}
        placeholder={t('replies.comments.choose')}
      />
      <LimitedField
        label={t('replies.comments.text')}
        value={typed.text}
        onChange={(text) => edit({ text })}
        limit={replyLimits.text}
        multiline
        rows={4}
      />
      <StudyFields kept={comment?.study ?? null} value={typed.study} onChange={(study) => edit({ study })} />
      <DraftNote draft={draft} />
      <FailureNotice failure={writing.error} />
      <Stack direction="row" gap={8} lineGap={8}>
        <Button type="submit" kind="primary" isDisabled={!isReady} isPending={writing.isPending}>
          {t('replies.comments.save')}
        </Button>
        {onCancel === null ? null : (
          <Button
            kind="quiet"
            onPress={() => {
              draft.discard()
              onCancel()
            }}
          >
            {t('replies.comments.cancel')}
          </Button>
        )}
      </Stack>
    </form>
  )
}
