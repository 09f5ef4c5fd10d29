import type { SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChange, useTakeStatus } from '#renderer/lib/change.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { NewPassphraseFields } from '#renderer/parts/keys/new-passphrase-fields.tsx'
import { useNewPassphrase } from '#renderer/parts/keys/use-new-passphrase.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { Door } from './door.tsx'

/** Requires a new passphrase after an unlock by recovery key. */
export function ChooseNewScreen() {
  const { t } = useTranslation()
  const api = useApi()
  const chosen = useNewPassphrase()
  const choose = useChange('keys.choosePassphrase', { onSuccess: useTakeStatus() })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!choose.isPending && chosen.check()) choose.mutate({ next: typedSecret(chosen.passphrase) })
  }
  return (
    <Door title={t('unlock.chooseNew.title')} takesFocus={false}>
      <p>{t('unlock.chooseNew.lead')}</p>
      <form className={stackClass({ gap: 24 })} onSubmit={submit} noValidate>
        <NewPassphraseFields chosen={chosen} takesFocus />
        <p>{t('unlock.chooseNew.stays')}</p>
        <FailureNotice failure={choose.error} />
        <Stack direction="row" gap={12}>
          <Button kind="primary" size="large" type="submit" isPending={choose.isPending}>
            {choose.isPending ? t('unlock.chooseNew.submitting') : t('unlock.chooseNew.submit')}
          </Button>
          <Button
            kind="quiet"
            size="large"
            isDisabled={choose.isPending}
            onPress={() => void api.lock.now().catch(() => undefined)}
          >
            {t('unlock.chooseNew.lock')}
          </Button>
        </Stack>
      </form>
    </Door>
  )
}
