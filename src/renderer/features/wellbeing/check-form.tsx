import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { UnsavedGuard } from '#renderer/lib/unsaved-guard.tsx'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { ItemRating } from '#renderer/parts/item-rating.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { focusFirstError } from '#renderer/ui/focus-first-error.ts'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { useSaveCheck } from './use-wellbeing.ts'
import common from '#renderer/ui/common.module.css'

const longestOwnNote = 2_000

const checkDraftSchema = z.strictObject({
  formId: z.string(),
  ratings: z.record(z.string(), z.number().nullable()),
  note: z.string(),
})
type CheckDraft = z.output<typeof checkDraftSchema>

interface CheckFormProps {
  readonly form: Instrument
  /** The number of prompts shown below. */
  readonly suggestions: number
}

/** Today's check: a short form with a note. Every answer is optional. */
export function CheckForm(props: CheckFormProps) {
  const { t } = useTranslation()
  if (useReadOnly() !== null)
    return (
      <Card title={t('wellbeing.form.title')}>
        <p>{t('app.nothingCanBeSaved.text')}</p>
      </Card>
    )
  return (
    <Drafted form="own-check" subject="new" clientId={null} schema={checkDraftSchema}>
      {(draft) => <DraftedCheck {...props} draft={draft} />}
    </Drafted>
  )
}

function DraftedCheck({ form, suggestions, draft }: CheckFormProps & { draft: FormDraft<CheckDraft> }) {
  const { t } = useTranslation()
  const saving = useSaveCheck()
  const [{ ratings, note }, setTyped] = useState<Omit<CheckDraft, 'formId'>>(() => {
    const found = draft.found?.typed
    // The draft may be of another form that stood here in an earlier Attune; its note belongs to no form.
    return { ratings: found?.formId === form.id ? found.ratings : {}, note: found?.note ?? '' }
  })
  // The id belongs to this content: saving the same twice changes nothing.
  const fields = useRef<HTMLFormElement>(null)
  const id = useRef(crypto.randomUUID())
  const isRated = hasRating(ratings)
  const change = (changes: Partial<Omit<CheckDraft, 'formId'>>) => {
    const next = { ratings, note, ...changes }
    saving.reset()
    setTyped(next)
    draft.keep(hasRating(next.ratings) || next.note !== '' ? { formId: form.id, ...next } : null)
  }
  const clear = () => {
    setTyped({ ratings: {}, note: '' })
    id.current = crypto.randomUUID()
    draft.finish()
  }
  const save = () => {
    if (!isRated || saving.isPending) return
    if (note.length > longestOwnNote) return focusFirstError(fields.current)
    saving.mutate({ instrument: form, ratings, id: id.current, note }, { onSuccess: clear })
  }
  return (
    <Card title={t('wellbeing.form.title')}>
      <p>{form.instruction}</p>
      <form
        ref={fields}
        className={stackClass({ gap: 24 })}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {form.items.map((item) => (
          <ItemRating
            key={item.id}
            item={item}
            value={ratings[item.id] ?? null}
            onChange={(value) => change({ ratings: { ...ratings, [item.id]: value } })}
            onSave={save}
          />
        ))}
        <LimitedField
          label={t('wellbeing.form.note')}
          value={note}
          onChange={(next) => change({ note: next })}
          limit={longestOwnNote}
          multiline
          rows={2}
        />
        <DraftNote draft={draft} />
        <FailureNotice failure={saving.error} />
        <Stack direction="row" gap={16} lineGap={8} align="centre">
          <Button type="submit" kind="primary" isDisabled={!isRated} isPending={saving.isPending}>
            {t('wellbeing.form.save')}
          </Button>
          <output className={common['note']}>
            {saving.isSuccess
              ? t(suggestions === 0 ? 'wellbeing.form.saved' : 'wellbeing.form.savedWithPrompts')
              : t('wellbeing.form.brief')}
          </output>
        </Stack>
      </form>
      <UnsavedGuard
        isDirty={isRated || note !== ''}
        words={t('wellbeing.form.leave', { returnObjects: true })}
      />
    </Card>
  )
}

const hasRating = (ratings: CheckDraft['ratings']): boolean =>
  Object.values(ratings).some((value) => value !== null)
