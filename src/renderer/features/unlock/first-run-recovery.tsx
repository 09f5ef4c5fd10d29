import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { RecoverySteps } from '#renderer/parts/keys/recovery-steps.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Door } from './door.tsx'

/** Makes the recovery key, or postpones it after an explanation. The vault is already open. */
export function FirstRunRecovery({
  onConfirmed,
  onPostponed,
}: {
  onConfirmed: (status: VaultStatus) => void
  onPostponed: () => void
}) {
  const { t } = useTranslation()
  const api = useApi()
  const [isPostponing, setIsPostponing] = useState(false)
  const begin = useChange('keys.beginRecoveryKey')
  const confirm = useChange('keys.confirmRecoveryKey', { onSuccess: onConfirmed })
  const postpone = (
    <>
      <Button kind="quiet" size="large" isDisabled={confirm.isPending} onPress={() => setIsPostponing(true)}>
        {t('unlock.recovery.later')}
      </Button>
      <PostponeDialog
        isOpen={isPostponing}
        onClose={() => setIsPostponing(false)}
        onPostpone={() => {
          // Cancels the new key. If that fails, the key is not valid either.
          if (begin.data) void api.keys.cancel().catch(() => undefined)
          onPostponed()
        }}
      />
    </>
  )
  return (
    <Door title={t('unlock.recovery.title')} subtitle={t('unlock.recovery.step')}>
      {begin.data ? (
        <RecoverySteps made={begin.data} submit={confirm} aside={postpone} />
      ) : (
        <>
          <p>{t('unlock.recovery.lead')}</p>
          <Banner kind="caution" title={t('unlock.recovery.aloneTitle')}>
            {t('keys.recovery.alone')}
          </Banner>
          <FailureNotice failure={begin.error} />
          <Stack direction="row" gap={12}>
            <Button
              kind="primary"
              size="large"
              isPending={begin.isPending}
              onPress={() => begin.mutate({ passphrase: null })}
            >
              {t('unlock.recovery.show')}
            </Button>
            {postpone}
          </Stack>
        </>
      )}
    </Door>
  )
}

/** Explains the risk of continuing without a recovery key, and asks for confirmation. */
function PostponeDialog({
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
