import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'

/** Throws away what was typed and not saved, after asking; where nothing was typed yet, at once. */
export function DiscardDraft({
  isSavedBelow,
  isBlank,
  onDiscard,
}: {
  /** There is a saved session that the draft goes on from. */
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
