import { useTranslation } from 'react-i18next'
import { useChange } from '#renderer/lib/change.ts'
import { EraseDialog } from './erase-dialog.tsx'

/** Erases everything that a supervisee has shared, after asking. */
export function EraseSupervisee({
  supervisee: { contactId, name },
  clients,
  isOpen,
  onClose,
  onErased,
}: {
  supervisee: { contactId: string; name: string }
  clients: number
  isOpen: boolean
  onClose: () => void
  /** Called when the data are gone: what the screen shows of them is no longer true. */
  onErased: () => void
}) {
  const { t } = useTranslation()
  const erasing = useChange('review.eraseSupervisee')
  return (
    <EraseDialog
      title={t('review.erase.supervisee', { name })}
      isOpen={isOpen}
      onClose={onClose}
      isPending={erasing.isPending}
      failure={erasing.error}
      onErase={() =>
        erasing.mutate(
          { contactId },
          {
            onSuccess: () => {
              onClose()
              onErased()
            },
          },
        )
      }
    >
      {t('review.erase.superviseeText', { count: clients, name })}
    </EraseDialog>
  )
}
