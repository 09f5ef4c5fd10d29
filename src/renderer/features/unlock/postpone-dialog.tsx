import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'

/** Explains the risk of continuing without a recovery key, and asks for confirmation. */
export function PostponeDialog({
  isOpen,
  onClose,
  onPostpone,
}: {
  isOpen: boolean
  onClose: () => void
  onPostpone: () => void
}) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('unlock.recovery.postpone.title')}
      role="alertdialog"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onPostpone}>{t('unlock.recovery.postpone.later')}</Button>
          <Button kind="primary" onPress={onClose}>
            {t('unlock.recovery.postpone.now')}
          </Button>
        </>
      }
    >
      <p>{t('unlock.recovery.postpone.final')}</p>
      <p>{t('unlock.recovery.postpone.reminder')}</p>
    </Dialog>
  )
}
