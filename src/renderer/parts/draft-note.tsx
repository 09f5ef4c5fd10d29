import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf, isToday, timeOf } from '#renderer/lib/dates.ts'
import type { FormDraft } from '#renderer/lib/drafted.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import common from '#renderer/ui/common.module.css'

/**
 * Says that the form holds a draft from an earlier visit, with a button that discards it after a question; or that no
 * draft can be kept.
 */
export function DraftNote({ draft }: { draft: Pick<FormDraft<unknown>, 'found' | 'discard' | 'hasFailed'> }) {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)
  const { found, discard, hasFailed } = draft
  return (
    <>
      {found === null ? null : (
        <Stack direction="row" gap={8} lineGap={4} align="centre">
          <p className={common['note']}>
            {isToday(found.at)
              ? t('drafts.here', { time: timeOf(found.at) })
              : t('drafts.hereOn', { time: timeOf(found.at), date: dayOf(found.at) })}
          </p>
          <Button kind="quiet" onPress={() => setIsAsking(true)}>
            {t('drafts.discard')}
          </Button>
        </Stack>
      )}
      {hasFailed ? <p role="alert">{t('drafts.notKept')}</p> : null}
      <Dialog
        title={t('drafts.discardTitle')}
        role="alertdialog"
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button onPress={() => setIsAsking(false)}>{t('drafts.keep')}</Button>
            <Button kind="danger" onPress={discard}>
              {t('drafts.discard')}
            </Button>
          </>
        }
      >
        <p>{t('drafts.discardText')}</p>
      </Dialog>
    </>
  )
}
