import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import {
  clientEntrySchema,
  clientStatuses,
  longestCode,
  longestTherapyType,
  type ClientEntry,
} from '#shared/records/client.ts'
import { longestNote } from '#shared/records/text.ts'
import type { FormDraft } from '#renderer/lib/drafted.tsx'
import { AppError } from '#shared/contract/result.ts'
import { codeOf } from '#renderer/lib/error-words.ts'
import { UnsavedGuard } from '#renderer/lib/unsaved-guard.tsx'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { NumberEntry } from '#renderer/parts/number-entry.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { focusFirstError } from '#renderer/ui/focus-first-error.ts'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

type ClientFields = z.input<typeof clientEntrySchema>

/** What the form holds before it is valid, and the stored revision that it changes; 0 for a new client. */
export const clientDraftSchema = z.strictObject({
  fields: z.strictObject({
    id: z.string(),
    code: z.string(),
    status: z.enum(clientStatuses),
    startedOn: z.string(),
    therapyType: z.string(),
    usualDurationMinutes: z.int().nullable().default(null),
    notes: z.string(),
  }),
  revision: z.int().min(0),
})
export type ClientDraft = z.output<typeof clientDraftSchema>

const fieldNames = clientEntrySchema.keyof().options
const codeSchema = clientEntrySchema.shape.code

/**
 * Takes what a therapist enters about a client, and checks it with the contract's own schema before sending it.
 *
 * Each field shows its own error. A failure removes nothing that was typed.
 */
export function ClientForm({
  start,
  draft,
  submitLabel,
  saving,
  onCancel,
  onReload,
}: {
  /** The stored client and its revision, or a new one. */
  start: ClientDraft
  draft: FormDraft<ClientDraft>
  submitLabel: string
  saving: {
    readonly mutate: (
      given: { readonly entry: ClientEntry; readonly expectedRevision: number },
      options: { onError: (failure: unknown) => void },
    ) => void
    readonly isPending: boolean
    readonly isSuccess: boolean
    readonly error: unknown
  }
  onCancel: () => void
  /** Discards the typed text for the newer version; offered only after a conflict. */
  onReload?: () => void
}) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const [{ begun, restored }] = useState({
    begun: start.fields,
    restored: draft.found?.typed ?? start,
  })
  const [typed, setTyped] = useState(restored.fields)
  // Errors appear only after the first submit.
  const [wasTried, setWasTried] = useState(false)
  const [refusedCode, setRefusedCode] = useState<{ readonly code: string; readonly why: string }>()
  const refused = (failure: unknown, code: string): void => {
    const why = whyRefused(failure)
    if (why === null) return
    // The answer comes outside of any event, and the field has to be marked before it can be found.
    flushSync(() => setRefusedCode({ code, why }))
    focusFirstError(form.current)
  }
  const whyRefused = (failure: unknown): string | null => {
    if (!(failure instanceof AppError)) return null
    if (failure.code === 'code-taken') return t('clients.form.problem.codeTaken')
    if (failure.code !== 'code-looks-alike') return null
    return t('clients.form.problem.codeLooksAlike', { other: failure.places[1] ?? '' })
  }
  const read = clientEntrySchema.safeParse(typed)
  const wrong = new Set(wasTried ? read.error?.issues.map(({ path }) => path[0]) : [])
  const problem = (field: Exclude<keyof ClientFields, 'id'>): string | undefined => {
    if (field === 'code' && refusedCode && codeSchema.safeParse(typed.code).data === refusedCode.code)
      return refusedCode.why
    return wrong.has(field) ? t(`clients.form.problem.${field}`) : undefined
  }
  const differs = (fields: ClientDraft['fields']): boolean =>
    fieldNames.some((name) => fields[name] !== begun[name])
  const isDirty = differs(typed)
  const change = (changes: Partial<ClientDraft['fields']>): void => {
    const next = { ...typed, ...changes }
    setTyped(next)
    draft.keep(differs(next) ? { fields: next, revision: restored.revision } : null)
  }
  const send = (): void => {
    setWasTried(true)
    setRefusedCode(undefined)
    if (!read.success) return focusFirstError(form.current)
    const { code } = read.data
    saving.mutate(
      { entry: read.data, expectedRevision: restored.revision },
      { onError: (failure) => refused(failure, code) },
    )
  }
  const failed = saving.error === null ? null : codeOf(saving.error)
  return (
    <form
      className={stackClass({ gap: 24 })}
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <DraftNote draft={draft} />
      <div className={common['short']}>
        <LimitedField
          label={t('clients.form.code')}
          limit={longestCode}
          description={t('clients.form.codeAdvice')}
          error={problem('code')}
          spellCheck={false}
          isRequired
          takesFocus={start.revision === 0}
          value={typed.code}
          onChange={(code) => change({ code })}
        />
      </div>
      <ChoiceGroup
        label={t('clients.form.status')}
        error={problem('status')}
        options={clientStatuses.map((value) => ({ value, label: t(`clients.status.${value}`) }))}
        value={typed.status}
        onChange={(status) => {
          if (status !== null) change({ status })
        }}
      />
      <div className={common['short']}>
        <DateField
          label={t('clients.form.startedOn')}
          error={problem('startedOn')}
          noDay={t('ui.noDay')}
          value={typed.startedOn}
          onChange={(_day, startedOn) => change({ startedOn })}
          isRequired
        />
      </div>
      <LimitedField
        label={t('clients.form.therapyType')}
        limit={longestTherapyType}
        description={t('clients.form.therapyTypeAdvice')}
        error={problem('therapyType')}
        value={typed.therapyType}
        onChange={(therapyType) => change({ therapyType })}
      />
      <div className={common['short']}>
        <NumberEntry
          label={t('clients.form.usualDurationMinutes')}
          unit={t('clients.form.minutes')}
          description={t('clients.form.usualDurationAdvice')}
          error={problem('usualDurationMinutes')}
          value={typed.usualDurationMinutes}
          onChange={(usualDurationMinutes) => change({ usualDurationMinutes })}
          minimum={1}
          maximum={600}
        />
      </div>
      <LimitedField
        label={t('clients.form.notes')}
        limit={longestNote}
        description={t('clients.form.notesAdvice')}
        error={problem('notes')}
        multiline
        rows={6}
        value={typed.notes}
        onChange={(notes) => change({ notes })}
      />
      {failed === 'conflict' && onReload ? (
        <ErrorNotice
          title={t('clients.form.conflict.title')}
          action={<Button onPress={onReload}>{t('clients.form.conflict.reload')}</Button>}
        >
          {t('clients.form.conflict.advice')}
        </ErrorNotice>
      ) : null}
      {failed === 'code-taken' ||
      failed === 'code-looks-alike' ||
      (failed === 'conflict' && onReload) ? null : (
        <FailureNotice failure={saving.error} />
      )}
      <Stack direction="row" gap={8}>
        <Button kind="primary" size="large" type="submit" isPending={saving.isPending}>
          {submitLabel}
        </Button>
        <Button size="large" onPress={onCancel}>
          {t('clients.form.cancel')}
        </Button>
      </Stack>
      <UnsavedGuard
        isDirty={isDirty && !saving.isSuccess}
        words={t('clients.form.leave', { returnObjects: true })}
      />
    </form>
  )
}
