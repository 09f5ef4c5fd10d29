import type { SubmitEvent } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { VaultStatus } from '#shared/contract/operations/vault.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { FailureNotice } from '#renderer/parts/keys/failure-notice.tsx'
import { NewPassphraseFields } from '#renderer/parts/keys/new-passphrase-fields.tsx'
import { useNewPassphrase } from '#renderer/parts/keys/use-new-passphrase.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Door } from './door.tsx'
import styles from './first-run.module.css'

/** Asks for the passphrase twice and makes the vault. */
export function FirstRunPassphrase({
  onBack,
  onCreated,
}: {
  onBack: () => void
  onCreated: (status: VaultStatus) => void
}) {
  const { t } = useTranslation()
  const api = useApi()
  const chosen = useNewPassphrase()
  const create = useMutation({
    mutationFn: () => api.vault.create({ passphrase: chosen.passphrase }),
    onSuccess: onCreated,
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!create.isPending && chosen.check()) create.mutate()
  }
  return (
    <Door title={t('unlock.choose.title')} subtitle={t('unlock.choose.step')}>
      <p>{t('unlock.choose.lead')}</p>
      <form className={styles['form']} onSubmit={submit} noValidate>
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
