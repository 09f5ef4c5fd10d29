import { useRef, useState, type SubmitEvent } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/lib/app-context.ts'
import { codeOf, wordsForFailure } from '#renderer/lib/error-words.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { CapsLockNote } from './caps-lock-note.tsx'
import { Door } from './door.tsx'
import { LastLockNote } from './last-lock-note.tsx'
import { VaultFolder } from './vault-folder.tsx'
import styles from './unlock-form.module.css'

/** Takes the passphrase. Deriving the key lasts about a second, in which nothing on the screen moves. */
export function UnlockForm() {
  const { t } = useTranslation()
  const api = useApi()
  const queryClient = useQueryClient()
  const [passphrase, setPassphrase] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const unlock = useMutation({
    mutationFn: () => api.vault.unlock({ passphrase }),
    onSuccess: (status) => queryClient.setQueryData(queryKeys.status, status),
    onError: () => {
      box.current?.focus()
      box.current?.select()
    },
  })

  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (unlock.isPending) return
    setIsMissing(passphrase === '')
    if (passphrase === '') box.current?.focus()
    else unlock.mutate()
  }

  const failure = unlock.error === null ? null : wordsForFailure(t, unlock.error)
  const isWrong = unlock.error !== null && codeOf(unlock.error) === 'wrong-passphrase'
  const fieldError = isMissing
    ? t('unlock.unlock.missing')
    : failure !== null && isWrong
      ? `${failure.title} ${failure.advice}`
      : undefined
  return (
    <Door title={t('unlock.unlock.title')} subtitle={t('unlock.unlock.stay')} width="slim" takesFocus={false}>
      <LastLockNote />
      <form className={styles['form']} onSubmit={submit} noValidate>
        <CapsLockNote>
          <PassphraseField
            label={t('unlock.unlock.passphrase')}
            purpose="current"
            showLabel={t('ui.passphrase.show')}
            hideLabel={t('ui.passphrase.hide')}
            error={fieldError}
            value={passphrase}
            onChange={setPassphrase}
            takesFocus
            ref={box}
          />
        </CapsLockNote>
        <Button kind="primary" size="large" type="submit" isPending={unlock.isPending}>
          {unlock.isPending ? t('unlock.unlock.submitting') : t('unlock.unlock.submit')}
        </Button>
        <VisuallyHidden>
          <output>{unlock.isPending ? t('unlock.unlock.submitting') : null}</output>
        </VisuallyHidden>
      </form>
      {unlock.error !== null && !isWrong ? <UnlockFailed failure={unlock.error} /> : null}
      <p className={styles['forgotten']}>{t('unlock.unlock.forgotten')}</p>
    </Door>
  )
}

function UnlockFailed({ failure }: { failure: unknown }) {
  const { t } = useTranslation()
  const { title, advice } = wordsForFailure(t, failure)
  const code = codeOf(failure)
  const isAboutFiles = code.startsWith('vault-') && code !== 'vault-newer'
  return (
    <ErrorNotice title={title} {...(isAboutFiles ? { action: <VaultFolder /> } : {})}>
      {advice}
    </ErrorNotice>
  )
}
