import { useRef, useState } from 'react'
import type { FormDraft } from '#renderer/lib/drafted.tsx'
import { noteDraftOf, type NoteDraft } from '#renderer/lib/note-draft.ts'
import { Button } from '../ui/button.tsx'
import { stackClass } from '../ui/stack.tsx'
import { DraftNote } from './draft-note.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { LimitedField } from './limited-field.tsx'

/** Adds one line to a list. What is typed stays as a draft until the line is added; then the field is empty again. */
export function LineEntry({
  draft,
  label,
  description,
  addLabel,
  limit,
  adding,
  onAdd,
}: {
  draft: FormDraft<NoteDraft>
  label: string
  description?: string
  addLabel: string
  limit: number
  adding: { readonly isPending: boolean; readonly error: unknown; readonly reset: () => void }
  /** Adds the line under an id that stays the same until it is added, so that a line sent twice is one line. */
  onAdd: (given: { readonly id: string; readonly line: string }, onAdded: () => void) => void
}) {
  const [line, setLine] = useState(draft.found?.typed.note ?? '')
  const [id, setId] = useState(() => crypto.randomUUID())
  const form = useRef<HTMLFormElement>(null)
  const add = (): void => {
    if (line.trim() === '' || line.length > limit || adding.isPending) return
    onAdd({ id, line }, () => {
      setLine('')
      setId(crypto.randomUUID())
      draft.finish()
      // An empty line disables the button that was pressed.
      form.current?.querySelector('input')?.focus()
    })
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
        label={label}
        description={description}
        value={line}
        onChange={(next) => {
          adding.reset()
          setLine(next)
          draft.keep(noteDraftOf(next))
        }}
        limit={limit}
      />
      <DraftNote draft={draft} />
      <FailureNotice failure={adding.error} />
      <div>
        <Button type="submit" isDisabled={line.trim() === ''} isPending={adding.isPending}>
          {addLabel}
        </Button>
      </div>
    </form>
  )
}
