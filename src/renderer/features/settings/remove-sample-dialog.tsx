import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'

/** Says what goes and what stays, before the fictional caseload is removed. */
export function RemoveSampleDialog({
  isOpen,
  isRemoving,
  onClose,
  onRemove,
}: {
  isOpen: boolean
  isRemoving: boolean
  onClose: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('settings.sample.question')}
      role="alertdialog"
      isOpen={isOpen}
      isDismissable={!isRemoving}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isRemoving}>
            {t('settings.sample.cancel')}
          </Button>
          <Button kind="danger" isPending={isRemoving} onPress={onRemove}>
            {isRemoving ? t('settings.sample.removing') : t('settings.sample.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('settings.sample.removes')}</p>
      <p>{t('settings.sample.keeps')}</p>
    </Dialog>
  )
}
