import type { SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { useChange } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { NewPassphraseFields } from '#renderer/parts/keys/new-passphrase-fields.tsx'
import { useNewPassphrase } from '#renderer/parts/keys/use-new-passphrase.ts'
import { Button } from '#renderer/ui/button.tsx'
import { stackClass } from '#renderer/ui/stack-class.ts'
import { Stack } from '#renderer/ui/stack.tsx'
import { Door } from './door.tsx'

/** Asks for the passphrase twice and creates the vault. */
export function FirstRunPassphrase({
  onBack,
  onCreated,
}: {
  onBack: () => void
  onCreated: (status: VaultStatus) => void
}) {
  const { t } = useTranslation()
  const chosen = useNewPassphrase()
  const create = useChange('vault.create', { onSuccess: onCreated })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!create.isPending && chosen.check()) create.mutate({ passphrase: chosen.passphrase })
  }
  return (
    <Door title={t('unlock.choose.title')} subtitle={t('unlock.choose.step')}>
      <p>{t('unlock.choose.lead')}</p>
      <form className={stackClass({ gap: 24 })} onSubmit={submit} noValidate>
        <NewPassphraseFields chosen={chosen} />
        <FailureNotice failure={create.error} />
        <Stack direction="row" gap={12}>
          <Button kind="primary" size="large" type="submit" isPending={create.isPending}>
            {create.isPending ? t('unlock.choose.creating') : t('unlock.choose.create')}
          </Button>
          <Button kind="quiet" size="large" onPress={onBack} isDisabled={create.isPending}>
            {t('unlock.choose.back')}
          </Button>
        </Stack>
      </form>
    </Door>
  )
}
