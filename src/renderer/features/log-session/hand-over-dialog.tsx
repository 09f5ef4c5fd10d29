import { useTranslation } from 'react-i18next'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import type { ClientId } from '#shared/records/ids.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { FormsOfHandOver } from './forms-of-hand-over.tsx'
import type { HandOverForms } from './use-hand-over-forms.ts'

/** Explains the hand-over, and starts it on confirmation. */
export function HandOverDialog({
  isOpen,
  guess,
  forms,
  clientId,
  isPending,
  failure,
  onClose,
  onHandOver,
}: {
  isOpen: boolean
  /** `made`: the hand-over seals the guess. `none`: it can still be made afterwards. `settled`: nothing to say. */
  guess: 'made' | 'none' | 'settled'
  forms: HandOverForms
  clientId: ClientId
  isPending: boolean
  failure: unknown
  onClose: () => void
  onHandOver: () => void
}) {
  const { t } = useTranslation()
  const isNothingChosen = forms.instrumentIds?.length === 0
  // Nobody has to guess what the client isn't asked.
  const asksEmotions = forms.instrumentIds?.includes(ownInstruments.emotionsClient) ?? true
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
          <Button
            kind="primary"
            icon="hand-over"
            onPress={onHandOver}
            isPending={isPending}
            isDisabled={isNothingChosen}
            takesFocus
          >
            {t('logSession.client.start')}
          </Button>
        </>
      }
    >
      <p>{t('logSession.client.dialogText')}</p>
      <p>{t('logSession.client.dialogSaves')}</p>
      <p>{t('logSession.client.dialogAlone')}</p>
      {guess === 'made' ? <p>{t('logSession.client.dialogSeals')}</p> : null}
      {guess === 'none' && asksEmotions ? <p>{t('logSession.client.dialogNoGuess')}</p> : null}
      <FormsOfHandOver forms={forms} clientId={clientId} />
      <FailureNotice failure={failure} />
    </Dialog>
  )
}
