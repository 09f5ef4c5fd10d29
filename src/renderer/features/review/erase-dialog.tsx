import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'

/** Asks before received data are erased, and says what goes and what stays in backups. */
export function EraseDialog({
  title,
  isOpen,
  onClose,
  isPending,
  failure,
  onErase,
  children,
}: {
  title: string
  isOpen: boolean
  onClose: () => void
  isPending: boolean
  failure: Error | null
  onErase: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={title}
      role="alertdialog"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('review.erase.cancel')}</Button>
          <Button kind="danger" isPending={isPending} onPress={onErase}>
            {t('review.erase.confirm')}
          </Button>
        </>
      }
    >
      <p>{children}</p>
      <p>{t('review.erase.backups')}</p>
      <FailureNotice failure={failure} />
    </Dialog>
  )
}
