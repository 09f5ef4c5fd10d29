import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'

/** Explains the hand-over, and starts it on confirmation. */
export function HandOverDialog({
  isOpen,
  guess,
  isPending,
  failure,
  onClose,
  onHandOver,
}: {
  isOpen: boolean
  /** `made`: the hand-over seals the guess. `none`: it can still be made afterwards. `settled`: nothing to say. */
  guess: 'made' | 'none' | 'settled'
  isPending: boolean
  failure: unknown
  onClose: () => void
  onHandOver: () => void
}) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('logSession.client.dialogTitle')}
      isOpen={isOpen}
      onClose={onClose}
      isDismissable={!isPending}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {t('logSession.client.notYet')}
          </Button>
          <Button kind="primary" icon="hand-over" onPress={onHandOver} isPending={isPending} takesFocus>
            {t('logSession.client.start')}
          </Button>
        </>
      }
    >
      <p>{t('logSession.client.dialogText')}</p>
      <p>{t('logSession.client.dialogSaves')}</p>
      <p>{t('logSession.client.dialogAlone')}</p>
      {guess === 'made' ? <p>{t('logSession.client.dialogSeals')}</p> : null}
      {guess === 'none' ? <p>{t('logSession.client.dialogNoGuess')}</p> : null}
      <FailureNotice failure={failure} />
    </Dialog>
  )
}
