import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Risk } from '#shared/risk/risk.ts'
import { longestNote } from '#shared/records/text.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import common from '#renderer/ui/common.module.css'
import { FailureNotice } from '../../parts/failure-notice.tsx'

type StepProps = {
  risk: Risk
  isPending: boolean
  failure: Error | null
  onStep: (note: string) => void
}

/** The first step: the answer was read. A note is optional. */
export function Acknowledge({ risk, isPending, failure, onStep }: StepProps) {
  const { t } = useTranslation()
  const [note, setNote] = useState('')
  const whose = { code: risk.clientCode, number: risk.sessionNumber }
  return (
    <>
      <p className={common['strong']}>{t('risk.unread')}</p>
      <TextField
        label={t('risk.acknowledge.note', whose)}
        description={t('risk.acknowledge.noteAdvice')}
        value={note}
        onChange={setNote}
        maxLength={longestNote}
        multiline
        rows={2}
      />
      <FailureNotice failure={failure} />
      <Stack direction="row" gap={8} align="centre">
        <Button kind="primary" onPress={() => onStep(note)} isPending={isPending}>
          {t('risk.acknowledge.button')}
          <VisuallyHidden> {t('risk.acknowledge.buttonFor', whose)}</VisuallyHidden>
        </Button>
      </Stack>
    </>
  )
}

/** The second step: what was done about it. The note is required. */
export function Close({ risk, isPending, failure, onStep }: StepProps) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const [note, setNote] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const whose = { code: risk.clientCode, number: risk.sessionNumber }
  if (!isOpen)
    return (
      <Stack direction="row" gap={8} align="centre">
        <Button onPress={() => setIsOpen(true)} isExpanded={false}>
          {t('risk.close.open')}
          <VisuallyHidden> {t('risk.acknowledge.buttonFor', whose)}</VisuallyHidden>
        </Button>
      </Stack>
    )
  const close = () => {
    setIsMissing(note.trim() === '')
    if (note.trim() !== '') onStep(note)
  }
  return (
    <>
      <TextField
        label={t('risk.close.note', whose)}
        description={t('risk.close.noteAdvice')}
        error={isMissing ? t('risk.close.missing') : undefined}
        value={note}
        onChange={(next) => {
          setNote(next)
          setIsMissing(false)
        }}
        maxLength={longestNote}
        multiline
        rows={2}
        takesFocus
      />
      <FailureNotice failure={failure} />
      <Stack direction="row" gap={8} align="centre">
        <Button onPress={close} isPending={isPending}>
          {t('risk.close.button')}
        </Button>
        <Button kind="quiet" onPress={() => setIsOpen(false)}>
          {t('risk.close.leaveOpen')}
        </Button>
      </Stack>
    </>
  )
}
