import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { crisisTextSchema, longestCrisisText } from '#shared/risk/crisis-text.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { UnsavedGuard } from '#renderer/lib/unsaved-guard.tsx'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { ContextLinks } from '#renderer/parts/prompts/context-links.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useSaveRuleSettings } from './use-rule-settings.ts'
import common from '#renderer/ui/common.module.css'

/** Edits the text beside every answer about risk. The therapist writes it, because phone numbers differ by place. */
export function CrisisTextCard() {
  const { t } = useTranslation()
  const settings = useAsk('ruleSettings.get')
  return (
    <Card title={t('settings.crisis.title')}>
      <Loaded query={settings} loading={t('settings.loading')}>
        {({ crisisText }) => (
          <Drafted form="crisis-text" subject="all" clientId={null} schema={textDraftSchema}>
            {(draft) => <CrisisTextForm kept={crisisText} draft={draft} />}
          </Drafted>
        )}
      </Loaded>
      <ContextLinks place="crisis-text" />
    </Card>
  )
}

const textDraftSchema = z.strictObject({ text: z.string() })

function CrisisTextForm({
  kept,
  draft,
}: {
  kept: string
  draft: FormDraft<z.output<typeof textDraftSchema>>
}) {
  const { t } = useTranslation()
  const save = useSaveRuleSettings()
  const [text, setText] = useState(draft.found?.typed.text ?? kept)
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
          draft.keep(next === kept ? null : { text: next })
        }}
        multiline
        rows={6}
      />
      {kept.trim() === '' && !isDirty ? (
        <p className={common['note']}>{t('settings.crisis.unwritten')}</p>
      ) : null}
      <Stack direction="row" gap={12}>
        <Button
          isDisabled={!isDirty || error !== undefined}
          isPending={save.isPending}
          onPress={() => save.mutate({ crisisText: text }, { onSuccess: draft.finish })}
        >
          {save.isPending ? t('settings.crisis.saving') : t('settings.crisis.save')}
        </Button>
        <span className={common['note']}>
          {t('settings.crisis.length', { count: text.length, most: longestCrisisText })}
        </span>
        <output className={common['note']}>{save.isSuccess ? t('settings.saved') : null}</output>
      </Stack>
      <DraftNote draft={draft} />
      <FailureNotice failure={save.error} />
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
