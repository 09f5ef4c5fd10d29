import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'

/** Discards unsaved text after a question, or at once if there is none. */
export function DiscardDraft({
  isSavedBelow,
  isBlank,
  onDiscard,
}: {
  /** Whether the draft continues a saved session. */
  isSavedBelow: boolean
  isBlank: boolean
  onDiscard: () => Promise<void>
}) {
  const { t } = useTranslation()
  const [isAsking, setIsAsking] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const discard = () => void onDiscard().catch(setFailure)
  const notice = <FailureNotice failure={failure} />
  return (
    <>
      <Button
        kind={isSavedBelow ? 'secondary' : 'quiet'}
        onPress={isBlank ? discard : () => setIsAsking(true)}
      >
        {isSavedBelow ? t('logSession.draft.back') : t('logSession.draft.discard')}
      </Button>
      {isBlank ? notice : null}
      <Dialog
        title={t('logSession.draft.discardTitle')}
        role="alertdialog"
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button onPress={() => setIsAsking(false)}>{t('logSession.draft.keep')}</Button>
            <Button kind="danger" onPress={discard}>
              {t('logSession.draft.discard')}
            </Button>
          </>
        }
      >
        <p>{t('logSession.draft.discardText')}</p>
        {notice}
      </Dialog>
    </>
  )
}
