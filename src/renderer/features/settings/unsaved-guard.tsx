import { useEffect } from 'react'
import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { registerUnsaved } from '#renderer/lib/unsaved.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'

/** Asks before a change is left behind unsaved; a lock, which can't wait for an answer, is told that it was lost. */
export function UnsavedGuard({ isDirty }: { isDirty: boolean }) {
  const { t } = useTranslation()
  const blocker = useBlocker({
    shouldBlockFn: () => true,
    // A lock must be able to take the page away.
    enableBeforeUnload: false,
    disabled: !isDirty,
    withResolver: true,
  })
  useEffect(() => {
    if (!isDirty) return
    return registerUnsaved(() => Promise.reject(new Error('a setting keeps no draft')))
  }, [isDirty])
  return (
    <Dialog
      title={t('rules.leave.title')}
      isOpen={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      actions={
        <>
          <Button onPress={() => blocker.proceed?.()}>{t('rules.leave.leave')}</Button>
          <Button kind="primary" onPress={() => blocker.reset?.()}>
            {t('rules.leave.stay')}
          </Button>
        </>
      }
    >
      <p>{t('rules.leave.text')}</p>
    </Dialog>
  )
}
