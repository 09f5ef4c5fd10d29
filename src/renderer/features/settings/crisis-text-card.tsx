import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { crisisTextSchema, longestCrisisText } from '#shared/risk/crisis-text.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { UnsavedGuard } from '#renderer/lib/unsaved-guard.tsx'
import { useRuleSettings, useSaveRuleSettings } from './use-rule-settings.ts'
import styles from './settings.module.css'

/** What is shown beside every answer that speaks of risk: the therapist's own text, since numbers differ by place. */
export function CrisisTextCard() {
  const { t } = useTranslation()
  const settings = useRuleSettings()
  return (
    <Card title={t('settings.crisis.title')}>
      {settings.isError ? (
        <ErrorNotice
          title={wordsForFailure(t, settings.error).title}
          action={<Button onPress={() => void settings.refetch()}>{t('settings.tryAgain')}</Button>}
        >
          {wordsForFailure(t, settings.error).advice}
        </ErrorNotice>
      ) : settings.data ? (
        <CrisisTextForm kept={settings.data.crisisText} />
      ) : (
        <Loading label={t('settings.loading')} />
      )}
    </Card>
  )
}

function CrisisTextForm({ kept }: { kept: string }) {
  const { t } = useTranslation()
  const save = useSaveRuleSettings()
  const [text, setText] = useState(kept)
  const isDirty = text !== kept
  const error = useProblem(text)
  return (
    <>
      <TextField
        label={t('settings.crisis.label')}
        description={t('settings.crisis.description')}
        error={error}
        value={text}
        onChange={(next) => {
          setText(next)
          save.reset()
        }}
        multiline
        rows={6}
      />
      {kept.trim() === '' && !isDirty ? (
        <p className={styles['note']}>{t('settings.crisis.unwritten')}</p>
      ) : null}
      <Stack direction="row" gap={12}>
        <Button
          isDisabled={!isDirty || error !== undefined}
          isPending={save.isPending}
          onPress={() => save.mutate({ crisisText: text })}
        >
          {save.isPending ? t('settings.crisis.saving') : t('settings.crisis.save')}
        </Button>
        <span className={styles['note']}>
          {t('settings.crisis.length', { count: text.length, most: longestCrisisText })}
        </span>
        <output className={styles['saved']}>{save.isSuccess ? t('settings.saved') : null}</output>
      </Stack>
      {save.isError ? (
        <ErrorNotice title={wordsForFailure(t, save.error).title}>
          {wordsForFailure(t, save.error).advice}
        </ErrorNotice>
      ) : null}
      <UnsavedGuard isDirty={isDirty} words={t('rules.leave', { returnObjects: true })} />
    </>
  )
}

function useProblem(text: string): string | undefined {
  const { t } = useTranslation()
  if (text.length > longestCrisisText) {
    return t('settings.crisis.tooLong', { most: longestCrisisText, count: text.length })
  }
  return crisisTextSchema.safeParse(text).success ? undefined : t('settings.crisis.unstorable')
}
