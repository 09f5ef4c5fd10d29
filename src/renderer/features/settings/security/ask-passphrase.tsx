import { useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { CurrentPassphrase, isAboutPassphrase } from '#renderer/parts/keys/current-passphrase.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'

/** The first step of a flow: explains it and asks for the passphrase. */
export function AskPassphrase({
  begin,
  submitLabel,
  children,
}: {
  begin: {
    readonly mutate: (given: { passphrase: Uint8Array }, options: { onError: () => void }) => void
    readonly isPending: boolean
    readonly error: unknown
  }
  submitLabel: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (begin.isPending) return
    setHasTried(true)
    if (passphrase === '') return box.current?.focus()
    begin.mutate({ passphrase: typedSecret(passphrase) }, { onError: () => box.current?.focus() })
  }
  return (
    <form className={stackClass({ gap: 24 })} onSubmit={submit} noValidate>
      {children}
      <CurrentPassphrase
        value={passphrase}
        onChange={setPassphrase}
        isMissing={hasTried}
        failure={begin.error}
        ref={box}
      />
      {isAboutPassphrase(begin.error) ? null : <FailureNotice failure={begin.error} />}
      <Stack direction="row">
        <Button kind="primary" size="large" type="submit" isPending={begin.isPending}>
          {begin.isPending ? t('security.ask.checking') : submitLabel}
        </Button>
      </Stack>
    </form>
  )
}
