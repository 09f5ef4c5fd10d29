import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { hasValue } from '#shared/instruments/response.ts'
import { codeOf } from '#renderer/lib/error-words.ts'
import { useSaveKey } from '#renderer/lib/save-key.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Table } from '#renderer/ui/table.tsx'
import {
  answersOf,
  checkedLines,
  keyOf,
  storedComment,
  type CheckedLine,
  type Entry,
  type Sheets,
} from './entry.ts'
import type { EntryAbout } from './entry-about.ts'
import { GuessNote } from './guess-note.tsx'
import common from '#renderer/ui/common.module.css'

/** What was typed, in one list for each sheet, to be compared with the paper before it is saved. */
export function CheckStep({
  client,
  session,
  stored,
  entry,
  sheets,
  failure,
  isSaving,
  onBack,
  onSave,
}: EntryAbout & {
  entry: Entry
  sheets: Sheets
  failure: unknown
  isSaving: boolean
  onBack: () => void
  onSave: () => void
}) {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)
  const save = (): void => {
    if (sheets.replaced.length > 0) setIsAsking(true)
    else onSave()
  }
  useSaveKey(save)
  const comment = entry.comment ?? storedComment(stored)
  const given = sheets.forms.map((form) => ({ form, answers: answersOf(entry, form, stored) }))
  const isAnyAnswered = given.some(({ answers }) => hasValue(answers))
  return (
    <Page
      title={t('paperEntry.check.title', { code: client.code })}
      subtitle={t('paperEntry.typing.of', { number: session.number, date: new Date(session.date) })}
    >
      <p>{t('paperEntry.check.about')}</p>
      <GuessNote
        stored={stored}
        forms={given.flatMap(({ form, answers }) => (hasValue(answers) ? form : []))}
      />
      {given.map(({ form, answers }) => (
        <Card
          key={keyOf(form)}
          title={t('paperEntry.choose.form', { form: form.title, version: form.version })}
        >
          {hasValue(answers) ? (
            <CheckedSheet form={form} lines={checkedLines(form, answers)} />
          ) : (
            <p>{t(isAnyAnswered ? 'paperEntry.check.empty' : 'paperEntry.check.emptyKept')}</p>
          )}
        </Card>
      ))}
      {comment === '' ? null : (
        <Card title={t('paperEntry.check.added')}>
          <p className={common['typedText']}>{comment}</p>
        </Card>
      )}
      <FailureNotice
        failure={failure}
        {...(codeOf(failure) === 'status-not-possible' ? { title: t('paperEntry.notThisSession') } : {})}
      />
      <Stack direction="row" gap={8}>
        <Button kind="primary" isPending={isSaving} onPress={save}>
          {t('paperEntry.check.save')}
        </Button>
        <Button onPress={onBack}>{t('paperEntry.check.change')}</Button>
      </Stack>
      <Dialog
        title={t('paperEntry.replace.title')}
        role="alertdialog"
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button onPress={() => setIsAsking(false)}>{t('paperEntry.replace.cancel')}</Button>
            <Button
              kind="primary"
              onPress={() => {
                setIsAsking(false)
                onSave()
              }}
            >
              {t('paperEntry.replace.save')}
            </Button>
          </>
        }
      >
        <p>{t('paperEntry.replace.text', { forms: sheets.replaced.map(({ title }) => title) })}</p>
      </Dialog>
    </Page>
  )
}

function CheckedSheet({ form, lines }: { form: Instrument; lines: readonly CheckedLine[] }) {
  const { t } = useTranslation()
  const open = lines.filter(({ isAsked, value }) => isAsked && value === null)
  return (
    <>
      <p>
        {open.length === 0
          ? t('paperEntry.check.complete')
          : t('paperEntry.check.open', {
              count: open.length,
              numbers: open.map(({ number }) => String(number)),
            })}
      </p>
      <Table
        caption={form.title}
        isCaptionHidden
        rows={lines}
        rowId={({ item }) => item.id}
        columns={[
          { id: 'number', header: t('paperEntry.check.number'), cell: ({ number }) => number, align: 'end' },
          {
            id: 'question',
            header: t('paperEntry.check.question'),
            cell: ({ item }) => item.text,
            isRowHeader: true,
          },
          {
            id: 'answer',
            header: t('paperEntry.check.answer'),
            cell: (line) => (
              <span className={line.value === null ? common['muted'] : common['strong']}>
                {answerInWords(line, t)}
              </span>
            ),
          },
        ]}
      />
    </>
  )
}

function answerInWords({ item, value, isAsked }: CheckedLine, t: TFunction): string {
  if (value === null) return t(isAsked ? 'paperEntry.check.noAnswer' : 'paperEntry.check.notAsked')
  const text = item.labels?.find((label) => label.value === value)?.text
  const answer = text === undefined ? String(value) : t('paperEntry.typing.answer', { value, text })
  return isAsked ? answer : t('paperEntry.check.notKept', { answer })
}
