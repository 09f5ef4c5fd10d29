import { useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { useChange, useTakeStatus } from '#renderer/lib/change.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { CurrentPassphrase, isAboutPassphrase } from '#renderer/parts/keys/current-passphrase.tsx'
import { NewPassphraseFields } from '#renderer/parts/keys/new-passphrase-fields.tsx'
import { useNewPassphrase } from '#renderer/parts/keys/use-new-passphrase.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { CardLink } from './card-link.tsx'
import { Done } from './done.tsx'

/** Asks for the current passphrase and a new one. Says before and after which passphrase opens older copies. */
export function ChangePassphraseScreen() {
  const { t } = useTranslation()
  const chosen = useNewPassphrase()
  const [current, setCurrent] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const change = useChange('keys.changePassphrase', {
    onSuccess: useTakeStatus(),
    onError: (failure) => {
      if (isAboutPassphrase(failure)) box.current?.focus()
    },
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (change.isPending) return
    setHasTried(true)
    const isNewOne = chosen.check()
    if (current === '') return box.current?.focus()
    if (isNewOne) change.mutate({ current: typedSecret(current), next: typedSecret(chosen.passphrase) })
  }
  return (
    <Page
      title={t('security.passphrase.heading')}
      subtitle={t('security.passphrase.lead')}
      width="narrow"
      takesFocus={false}
    >
      <BackLink to="/settings/security">{t('security.backHere')}</BackLink>
      {change.isSuccess ? (
        <Done title={t('security.passphrase.doneTitle')} text={t('security.passphrase.doneText')}>
          <Stack direction="row" gap={12}>
            <CardLink to="/settings/security" kind="primary" label={t('security.done')} />
            <CardLink
              to="/settings/security/re-encrypt"
              kind="quiet"
              label={t('security.passphrase.reencrypt')}
            />
          </Stack>
        </Done>
      ) : (
        <form className={stackClass({ gap: 24 })} onSubmit={submit} noValidate>
          <CurrentPassphrase
            label={t('security.passphrase.current')}
            value={current}
            onChange={setCurrent}
            isMissing={hasTried}
            failure={change.error}
            takesFocus
            ref={box}
          />
          <NewPassphraseFields chosen={chosen} />
          <Banner kind="caution" title={t('security.passphrase.oldCopiesTitle')}>
            {t('security.passphrase.oldCopies')}
          </Banner>
          {isAboutPassphrase(change.error) ? null : <FailureNotice failure={change.error} />}
          <Stack direction="row">
            <Button kind="primary" size="large" type="submit" isPending={change.isPending}>
              {change.isPending ? t('security.passphrase.submitting') : t('security.passphrase.submit')}
            </Button>
          </Stack>
        </form>
      )}
    </Page>
  )
}
