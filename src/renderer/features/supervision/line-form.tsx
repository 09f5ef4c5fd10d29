import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agendaItemIdSchema, longestLine } from '#shared/supervision/agenda.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { noteDraftOf, noteDraftSchema, type NoteDraft } from '#renderer/lib/note-draft.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'

/** Adds a line of one's own to the agenda. */
export function LineForm() {
  return (
    <Drafted form="agenda-line" subject="new" clientId={null} schema={noteDraftSchema}>
      {(draft) => <DraftedLine draft={draft} />}
    </Drafted>
  )
}

function DraftedLine({ draft }: { draft: FormDraft<NoteDraft> }) {
  const { t } = useTranslation()
  const adding = useChange('supervision.add')
  const [line, setLine] = useState(draft.found?.typed.note ?? '')
  const form = useRef<HTMLFormElement>(null)
  const add = (): void => {
    if (line.trim() === '' || line.length > longestLine || adding.isPending) return
    adding.mutate(
      { id: agendaItemIdSchema.parse(crypto.randomUUID()), kind: 'own', line },
      {
        onSuccess: () => {
          setLine('')
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
        label={t('supervision.line.label')}
        description={t('supervision.line.description')}
        value={line}
        onChange={(next) => {
          adding.reset()
          setLine(next)
          draft.keep(noteDraftOf(next))
        }}
        limit={longestLine}
      />
      <DraftNote draft={draft} />
      <FailureNotice failure={adding.error} />
      <div>
        <Button type="submit" isDisabled={line.trim() === ''} isPending={adding.isPending}>
          {t('supervision.line.add')}
        </Button>
      </div>
    </form>
  )
}
