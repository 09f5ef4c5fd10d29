import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm, type FieldPath } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { clientEntrySchema, clientStatuses, type ClientEntry } from '#shared/records/client.ts'
import { codeOf } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChoiceGroup } from '#renderer/ui/choice-group.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { UnsavedGuard } from '#renderer/lib/unsaved-guard.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import styles from './clients.module.css'

export type ClientFields = z.input<typeof clientEntrySchema>

/**
 * What a therapist enters about a client, checked by the contract's own schema before it is sent.
 *
 * What is wrong stands at its field; everything typed stays there whatever fails.
 */
export function ClientForm({
  start,
  submitLabel,
  saving,
  onCancel,
  onReload,
}: {
  start: ClientFields
  submitLabel: string
  saving: {
    readonly mutate: (entry: ClientEntry, options: { onError: (failure: unknown) => void }) => void
    readonly isPending: boolean
    readonly isSuccess: boolean
    readonly error: unknown
  }
  onCancel: () => void
  /** Gives up what was typed for the newer version; asked for only after a conflict. */
  onReload?: () => void
}) {
  const { t } = useTranslation()
  const form = useForm<ClientFields, unknown, ClientEntry>({
    resolver: zodResolver(clientEntrySchema),
    defaultValues: start,
  })
  const { control, formState } = form
  const refused = (failure: unknown): void => {
    if (codeOf(failure) === 'code-taken') form.setError('code', { type: 'taken' }, { shouldFocus: true })
  }
  const problem = (field: Exclude<FieldPath<ClientFields>, 'id'>): string | undefined => {
    const found = formState.errors[field]
    if (!found) return undefined
    return found.type === 'taken' ? t('clients.form.problem.codeTaken') : t(`clients.form.problem.${field}`)
  }
  const failed = saving.error === null ? null : codeOf(saving.error)
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) =>
        void form.handleSubmit((entry) => saving.mutate(entry, { onError: refused }))(event)
      }
    >
      <div className={styles['short']}>
        <Controller
          control={control}
          name="code"
          render={({ field }) => (
            <TextField
              label={t('clients.form.code')}
              description={t('clients.form.codeAdvice')}
              error={problem('code')}
              spellCheck={false}
              isRequired
              {...field}
            />
          )}
        />
      </div>
      <Controller
        control={control}
        name="status"
        render={({ field }) => (
          <ChoiceGroup
            label={t('clients.form.status')}
            error={problem('status')}
            options={clientStatuses.map((value) => ({ value, label: t(`clients.status.${value}`) }))}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <div className={styles['short']}>
        <Controller
          control={control}
          name="startedOn"
          render={({ field }) => (
            <DateField
              label={t('clients.form.startedOn')}
              error={problem('startedOn')}
              value={field.value === '' ? null : field.value}
              onChange={(value) => field.onChange(value ?? '')}
              isRequired
            />
          )}
        />
      </div>
      <Controller
        control={control}
        name="therapyType"
        render={({ field }) => (
          <TextField
            label={t('clients.form.therapyType')}
            description={t('clients.form.therapyTypeAdvice')}
            error={problem('therapyType')}
            {...field}
          />
        )}
      />
      <Controller
        control={control}
        name="notes"
        render={({ field }) => (
          <TextField
            label={t('clients.form.notes')}
            description={t('clients.form.notesAdvice')}
            error={problem('notes')}
            multiline
            rows={6}
            {...field}
          />
        )}
      />
      {failed === 'conflict' && onReload ? (
        <ErrorNotice
          title={t('clients.form.conflict.title')}
          action={<Button onPress={onReload}>{t('clients.form.conflict.reload')}</Button>}
        >
          {t('clients.form.conflict.advice')}
        </ErrorNotice>
      ) : null}
      {failed === 'code-taken' || (failed === 'conflict' && onReload) ? null : (
        <FailureNotice failure={saving.error} />
      )}
      <div className={styles['steps']}>
        <Button kind="primary" size="large" type="submit" isPending={saving.isPending}>
          {submitLabel}
        </Button>
        <Button size="large" onPress={onCancel}>
          {t('clients.form.cancel')}
        </Button>
      </div>
      <UnsavedGuard
        isDirty={formState.isDirty && !saving.isSuccess}
        words={t('clients.form.leave', { returnObjects: true })}
      />
    </form>
  )
}
