import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longestReviewLine, type ReviewLine } from '#shared/replies/comment.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { noteDraftOf, noteDraftSchema, type NoteDraft } from '#renderer/lib/note-draft.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'

/** Adds something to talk about. */
export function LineForm({ clientId }: { clientId: ReviewLine['clientId'] }) {
  return (
    <Drafted form="review-line" subject={`${clientId} new`} clientId={null} schema={noteDraftSchema}>
      {(draft) => <DraftedLine clientId={clientId} draft={draft} />}
    </Drafted>
  )
}

function DraftedLine({ clientId, draft }: { clientId: ReviewLine['clientId']; draft: FormDraft<NoteDraft> }) {
  const { t } = useTranslation()
  const adding = useChange('replies.addLine')
  const [line, setLine] = useState(draft.found?.typed.note ?? '')
  // Sent twice, it is still one line.
  const [id, setId] = useState(() => crypto.randomUUID())
  const form = useRef<HTMLFormElement>(null)
  const add = (): void => {
    if (line.trim() === '' || line.length > longestReviewLine || adding.isPending) return
    adding.mutate(
      { id, clientId, line },
      {
        onSuccess: () => {
          setLine('')
          setId(crypto.randomUUID())
          draft.finish()
          // An empty line disables the button that was pressed.
          form.current?.querySelector('input')?.focus()
        },
      },
    )
  }
  return (
    <form
      ref={form}
      className={stackClass({ gap: 8 })}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <LimitedField
        label={t('replies.lines.label')}
        value={line}
        onChange={(next) => {
          adding.reset()
          setLine(next)
          draft.keep(noteDraftOf(next))
        }}
        limit={longestReviewLine}
      />
      <DraftNote draft={draft} />
      <FailureNotice failure={adding.error} />
      <div>
        <Button type="submit" isDisabled={line.trim() === ''} isPending={adding.isPending}>
          {t('replies.lines.add')}
        </Button>
      </div>
    </form>
  )
}
