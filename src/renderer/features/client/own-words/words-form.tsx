import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import {
  enteredWordingSchema,
  longestWording,
  ownWordsKinds,
  ownWordsKindSchema,
  type OwnWordsKind,
} from '#shared/records/own-words.ts'
import type { FormDraft } from '#renderer/lib/drafted.tsx'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'

/** What the form holds while nothing is saved yet. */
export const wordsDraftSchema = z.strictObject({ kind: ownWordsKindSchema, words: z.string() })
export type WordsDraft = z.output<typeof wordsDraftSchema>

/** Asks for a goal or problem as the client puts it. Enter saves. */
export function WordsForm({
  draft,
  start,
  asksKind,
  takesFocus,
  note,
  saveLabel,
  saving,
  onSave,
  onCancel,
}: {
  draft: FormDraft<WordsDraft>
  start: WordsDraft
  /** Whether it is still open if this is a goal or a problem. */
  asksKind: boolean
  /** Whether the user has just opened it. A draft that opens it by itself takes no focus. */
  takesFocus: boolean
  note: string
  saveLabel: string
  saving: { readonly isPending: boolean; readonly error: unknown }
  onSave: (given: WordsDraft) => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<WordsDraft>(draft.found?.typed ?? start)
  const [isRefused, setIsRefused] = useState(false)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const change = (next: Partial<WordsDraft>): void => {
    const now = { ...typed, ...next }
    setIsRefused(false)
    setTyped(now)
    draft.keep(now.words === start.words ? null : now)
  }
  const isEmpty = typed.words.trim() === ''
  const save = (): void => {
    if (isEmpty || saving.isPending) return
    const words = enteredWordingSchema.safeParse(typed.words)
    if (words.success) onSave({ kind: typed.kind, words: words.data })
    else {
      setIsRefused(true)
      field.current?.focus()
    }
  }
  return (
    <form
      className={stackClass({ gap: 12 })}
      data-screen-only=""
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {asksKind ? (
        <ChoiceGroup<OwnWordsKind>
          label={t('ownWords.form.kind')}
          options={ownWordsKinds.map((kind) => ({ value: kind, label: t(`ownWords.kind.${kind}`) }))}
          value={typed.kind}
          onChange={(kind) => change(kind === null ? {} : { kind })}
          description={t(`ownWords.direction.${typed.kind}`)}
        />
      ) : null}
      <LimitedField
        label={t('ownWords.form.words')}
        description={note}
        value={typed.words}
        onChange={(words) => change({ words })}
        limit={longestWording}
        error={isRefused ? t('ownWords.form.characters') : undefined}
        takesFocus={takesFocus}
        ref={field}
      />
      <DraftNote draft={draft} />
      <FailureNotice failure={saving.error} />
      <Stack direction="row" gap={8} lineGap={8}>
        <Button type="submit" isDisabled={isEmpty} isPending={saving.isPending}>
          {saveLabel}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            draft.finish()
            onCancel()
          }}
        >
          {t('ownWords.form.cancel')}
        </Button>
      </Stack>
    </form>
  )
}
