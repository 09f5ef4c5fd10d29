import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dismissalReasons, type DismissalReason } from '#shared/prompts/prompt-answer.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import styles from './prompts.module.css'

const longestOwnWords = 2_000

/** Asks why a prompt is dismissed: one press answers, with or without own words. */
export function DismissPanel({
  isPending,
  onDismiss,
  onKeep,
}: {
  isPending: boolean
  onDismiss: (reason: DismissalReason, note: string) => void
  onKeep: () => void
}) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  return (
    <fieldset className={styles['dismiss']}>
      <legend className={styles['why']}>{t('prompts.dismiss.why')}</legend>
      <TextField
        label={t('prompts.dismiss.note')}
        value={note}
        onChange={setNote}
        maxLength={longestOwnWords}
        takesFocus
      />
      <Stack direction="row" gap={8} align="centre">
        {dismissalReasons.map((reason) => (
          <Button key={reason} onPress={() => onDismiss(reason, note)} isPending={isPending}>
            {t(`prompts.reasons.${reason}`)}
          </Button>
        ))}
        <Button kind="quiet" onPress={onKeep}>
          {t('prompts.dismiss.keep')}
        </Button>
      </Stack>
    </fieldset>
  )
}
