import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { longestDraftText } from '#shared/records/text.ts'
import { useAbout } from '#renderer/lib/app-context.ts'
import type { FormDraft } from '#renderer/lib/drafted.tsx'
import { useSaveKey } from '#renderer/lib/save-key.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { focusAnswer } from '#renderer/ui/rating-neighbours.ts'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { answersOf, keyOf, storedComment, withAnswer, type Entry, type Sheets } from './entry.ts'
import type { EntryAbout } from './entry-about.ts'
import { SheetQuestion } from './sheet-question.tsx'
import common from '#renderer/ui/common.module.css'

/** The questions of the sheets in their own order and words, typed by the therapist. */
export function TypingStep({
  client,
  session,
  stored,
  entry,
  sheets,
  draft,
  onChange,
  onBack,
  onCheck,
}: EntryAbout & {
  entry: Entry
  sheets: Sheets
  draft: FormDraft<Entry>
  onChange: (entry: Entry) => void
  onBack: () => void
  onCheck: () => void
}) {
  const { t } = useTranslation()
  const { platform } = useAbout()
  const frame = useRef<HTMLFormElement>(null)
  const [isRefused, setIsRefused] = useState(false)
  useEffect(() => {
    const first = frame.current?.querySelector('[data-rating-item]')
    if (first) focusAnswer(first)
  }, [])
  const comment = entry.comment ?? storedComment(stored)
  const check = (): void => {
    if (sheets.isEmpty || comment.length > longestDraftText) setIsRefused(true)
    else onCheck()
  }
  const change = (next: Entry): void => {
    setIsRefused(false)
    onChange(next)
  }
  useSaveKey(check)
  return (
    <Page
      title={t('paperEntry.title', { code: client.code })}
      subtitle={t('paperEntry.typing.of', { number: session.number, date: new Date(session.date) })}
      takesFocus={false}
    >
      <form
        ref={frame}
        className={stackClass({ gap: 16 })}
        onSubmit={(event) => {
          event.preventDefault()
          check()
        }}
      >
        <DraftNote draft={draft} />
        <p className={common['note']}>
          {t(platform === 'mac' ? 'paperEntry.typing.keysMac' : 'paperEntry.typing.keys')}
        </p>
        {sheets.forms.map((form) => (
          <Sheet
            key={keyOf(form)}
            form={form}
            answers={answersOf(entry, form, stored)}
            onAnswer={(itemId, value) => change(withAnswer(entry, form, stored, { itemId, value }))}
          />
        ))}
        <Card title={t('paperForms.paper.add')}>
          <LimitedField
            label={t('paperEntry.check.added')}
            value={comment}
            onChange={(text) => change({ ...entry, comment: text === storedComment(stored) ? null : text })}
            limit={longestDraftText}
            rows={3}
            multiline
          />
        </Card>
        {isRefused && sheets.isEmpty ? <p role="alert">{t('paperEntry.typing.nothing')}</p> : null}
        <Stack direction="row" gap={8}>
          <Button kind="primary" type="submit">
            {t('paperEntry.typing.check')}
          </Button>
          <Button onPress={onBack}>{t('paperEntry.typing.back')}</Button>
        </Stack>
      </form>
    </Page>
  )
}

function Sheet({
  form,
  answers,
  onAnswer,
}: {
  form: Instrument
  answers: ReturnType<typeof answersOf>
  onAnswer: (itemId: string, value: number | null) => void
}) {
  const { t } = useTranslation()
  return (
    <Card title={t('paperEntry.choose.form', { form: form.title, version: form.version })}>
      <p>{form.instruction}</p>
      {form.items.map((item, at) => (
        <SheetQuestion
          key={item.id}
          item={item}
          items={form.items}
          number={at + 1}
          answers={answers}
          onAnswer={onAnswer}
        />
      ))}
    </Card>
  )
}
