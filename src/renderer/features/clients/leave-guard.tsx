import { useEffect } from 'react'
import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { registerUnsaved } from '#renderer/lib/unsaved.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'

/**
 * Asks before what was typed is left behind, since a client's form has no draft to come back to.
 *
 * A lock doesn't wait for an answer; it is told that something was lost, so that the unlock screen can say so.
 */
export function LeaveGuard({ isDirty }: { isDirty: boolean }) {
  const { t } = useTranslation()
  const blocker = useBlocker({
    shouldBlockFn: () => true,
    // A lock must be able to take the page away; it has its own way to save and to tell.
    enableBeforeUnload: false,
    disabled: !isDirty,
    withResolver: true,
  })
  useEffect(() => {
    if (!isDirty) return
    return registerUnsaved(() => Promise.reject(new Error('a client form keeps no draft')))
  }, [isDirty])
  return (
    <Dialog
      title={t('clients.form.leave.title')}
      isOpen={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      actions={
        <>
          <Button onPress={() => blocker.proceed?.()}>{t('clients.form.leave.leave')}</Button>
          <Button kind="primary" onPress={() => blocker.reset?.()}>
            {t('clients.form.leave.stay')}
          </Button>
        </>
      }
    >
      <p>{t('clients.form.leave.text')}</p>
    </Dialog>
  )
}
