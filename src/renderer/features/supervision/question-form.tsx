import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longestQuestion, type ListedItem } from '#shared/supervision/agenda.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { noteDraftSchema, type NoteDraft } from '#renderer/lib/note-draft.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

/** The question of one item. What is typed stays as a draft until it is saved. */
export function QuestionForm({ item, name }: { item: ListedItem; name: string }) {
  return (
    <Drafted form="agenda-question" subject={item.id} clientId={item.clientId} schema={noteDraftSchema}>
      {(draft) => <DraftedQuestion item={item} name={name} draft={draft} />}
    </Drafted>
  )
}

function DraftedQuestion({
  item,
  name,
  draft,
}: {
  item: ListedItem
  name: string
  draft: FormDraft<NoteDraft>
}) {
  const { t } = useTranslation()
  const saving = useChange('supervision.setQuestion')
  const [question, setQuestion] = useState(draft.found?.typed.note ?? item.question)
  const form = useRef<HTMLFormElement>(null)
  const isChanged = question !== item.question
  const save = (): void => {
    if (!isChanged || saving.isPending || question.length > longestQuestion) return
    saving.mutate(
      { id: item.id, question },
      {
        onSuccess: () => {
          draft.finish()
          // The button that was pressed goes away.
          form.current?.querySelector('textarea')?.focus()
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
        save()
      }}
    >
      <LimitedField
        label={t('supervision.question.label', { name })}
        value={question}
        onChange={(next) => {
          saving.reset()
          setQuestion(next)
          draft.keep(next === item.question ? null : { note: next })
        }}
        limit={longestQuestion}
        multiline
        rows={2}
      />
      <DraftNote draft={draft} />
      <FailureNotice failure={saving.error} />
      {isChanged || saving.isSuccess ? (
        <Stack direction="row" gap={16} lineGap={8} align="centre">
          {isChanged ? (
            <Button type="submit" isPending={saving.isPending}>
              {t('supervision.question.save')}
            </Button>
          ) : null}
          <output className={common['note']}>
            {saving.isSuccess && !isChanged ? t('supervision.question.saved') : ''}
          </output>
        </Stack>
      ) : null}
    </form>
  )
}
