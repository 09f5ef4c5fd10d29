import { useState } from 'react'
import { parseDate } from '@internationalized/date'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { isCalendarDate } from '#shared/records/calendar.ts'
import { longestNote } from '#shared/records/text.ts'
import type { RetentionItem } from '#shared/rights/retention.ts'
import { useChange } from '#renderer/lib/change.ts'
import { Drafted, type FormDraft } from '#renderer/lib/drafted.tsx'
import { useToday } from '#renderer/lib/use-today.ts'
import { DraftNote } from '#renderer/parts/draft-note.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { LimitedField } from '#renderer/parts/limited-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Stack } from '#renderer/ui/stack.tsx'

const keepDraftSchema = z.strictObject({ until: z.string(), reason: z.string() })
type KeepDraft = z.output<typeof keepDraftSchema>

/** Asks until when and why to keep an ended therapy. */
export function KeepDialog({ item, onClose }: { item: RetentionItem; onClose: () => void }) {
  return (
    <Drafted form="retention" subject={item.clientId} clientId={item.clientId} schema={keepDraftSchema}>
      {(draft) => <DraftedKeepDialog item={item} draft={draft} onClose={onClose} />}
    </Drafted>
  )
}

function DraftedKeepDialog({
  item,
  draft,
  onClose,
}: {
  item: RetentionItem
  draft: FormDraft<KeepDraft>
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { date: today } = useToday()
  const [begun] = useState<KeepDraft>({
    until: item.kept?.until ?? parseDate(today).add({ years: 1 }).toString(),
    reason: item.kept?.reason ?? '',
  })
  const [{ until, reason }, setTyped] = useState(draft.found?.typed ?? begun)
  const change = (changes: Partial<KeepDraft>) => {
    const next = { until, reason, ...changes }
    setTyped(next)
    draft.keep(next.until === begun.until && next.reason === begun.reason ? null : next)
  }
  const [isTried, setIsTried] = useState(false)
  const keep = useChange('rights.keep', {
    onSuccess: () => {
      draft.finish()
      onClose()
    },
  })
  const hasDay = isCalendarDate(until) && until > today
  const hasReason = reason.trim() !== ''
  const submit = () => {
    setIsTried(true)
    if (hasDay && hasReason && reason.length <= longestNote)
      keep.mutate({ clientId: item.clientId, until, reason })
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
          noDay={t('ui.noDay')}
          value={until}
          onChange={(_day, typed) => change({ until: typed })}
          isRequired
          error={isTried && !hasDay ? t('rights.retention.keep.noDay') : undefined}
        />
        <LimitedField
          label={t('rights.retention.keep.reason')}
          limit={longestNote}
          description={t('rights.retention.keep.reasonAdvice')}
          value={reason}
          onChange={(text) => change({ reason: text })}
          error={isTried && !hasReason ? t('rights.retention.keep.noReason') : undefined}
          multiline
        />
        <DraftNote draft={draft} />
        <FailureNotice failure={keep.error} />
      </Stack>
    </Dialog>
  )
}
