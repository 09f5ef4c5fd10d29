import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'

/** Asks before what was typed is left behind. A lock doesn't ask: it keeps what was typed as a draft. */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const { t } = useTranslation()
  const blocker = useBlocker({
    shouldBlockFn: () => true,
    // A lock must be able to take the page away.
    enableBeforeUnload: false,
    disabled: !isDirty,
    withResolver: true,
  })
  return (
    <Dialog
      title={t('evidence.form.leave.title')}
      isOpen={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      actions={
        <>
          <Button onPress={() => blocker.proceed?.()}>{t('evidence.form.leave.leave')}</Button>
          <Button kind="primary" onPress={() => blocker.reset?.()}>
            {t('evidence.form.leave.stay')}
          </Button>
        </>
      }
    >
      <p>{t('evidence.form.leave.text')}</p>
    </Dialog>
  )
}
