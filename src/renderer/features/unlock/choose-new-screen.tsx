import type { SubmitEvent } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { FailureNotice } from '#renderer/parts/keys/failure-notice.tsx'
import { NewPassphraseFields } from '#renderer/parts/keys/new-passphrase-fields.tsx'
import { useNewPassphrase } from '#renderer/parts/keys/use-new-passphrase.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { Door } from './door.tsx'
import styles from './first-run.module.css'

/** After the recovery key: nothing goes on before there is a passphrase again. */
export function ChooseNewScreen() {
  const { t } = useTranslation()
  const api = useApi()
  const queryClient = useQueryClient()
  const chosen = useNewPassphrase()
  const choose = useMutation({
    mutationFn: () => api.keys.choosePassphrase({ next: chosen.passphrase }),
    onSuccess: (status) => queryClient.setQueryData(queryKeys.status, status),
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!choose.isPending && chosen.check()) choose.mutate()
  }
  return (
    <Door title={t('unlock.chooseNew.title')}>
      <p>{t('unlock.chooseNew.lead')}</p>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <NewPassphraseFields chosen={chosen} />
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
