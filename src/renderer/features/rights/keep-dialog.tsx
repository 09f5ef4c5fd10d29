import { useState } from 'react'
import { parseDate } from '@internationalized/date'
import { useTranslation } from 'react-i18next'
import type { RetentionItem } from '#shared/rights/retention.ts'
import { useChange } from '#renderer/lib/change.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { useLossAtLock } from '#renderer/lib/use-loss-at-lock.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'

/** Asks until when and why to keep an ended therapy. */
export function KeepDialog({ item, onClose }: { item: RetentionItem; onClose: () => void }) {
  const { t } = useTranslation()
  const { date: today } = useToday()
  const [until, setUntil] = useState<string | null>(
    item.kept?.until ?? parseDate(today).add({ years: 1 }).toString(),
  )
  const stored = item.kept?.reason ?? ''
  const [reason, setReason] = useState(stored)
  useLossAtLock(reason !== stored)
  const [isTried, setIsTried] = useState(false)
  const keep = useChange('rights.keep', { onSuccess: onClose })
  const hasDay = until !== null && until > today
  const hasReason = reason.trim() !== ''
  const submit = () => {
    setIsTried(true)
    if (hasDay && hasReason) keep.mutate({ clientId: item.clientId, until, reason })
  }
  return (
    <Dialog
      title={t('rights.retention.keep.title', { code: item.code })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('rights.retention.keep.cancel')}</Button>
          <Button kind="primary" isPending={keep.isPending} onPress={submit}>
            {t(keep.isPending ? 'rights.retention.keep.saving' : 'rights.retention.keep.submit')}
          </Button>
        </>
      }
    >
      <Stack gap={16}>
        <p>{t('rights.retention.keep.about')}</p>
        <DateField
          label={t('rights.retention.keep.until')}
          value={until}
          onChange={setUntil}
          error={isTried && !hasDay ? t('rights.retention.keep.noDay') : undefined}
        />
        <TextField
          label={t('rights.retention.keep.reason')}
          description={t('rights.retention.keep.reasonAdvice')}
          value={reason}
          onChange={setReason}
          error={isTried && !hasReason ? t('rights.retention.keep.noReason') : undefined}
          multiline
        />
        <FailureNotice failure={keep.error} />
      </Stack>
    </Dialog>
  )
}
