import { useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { mostPinTries } from '#shared/contract/operations/keys.ts'
import { isCommonPin } from '#shared/passphrase/common-pin.ts'
import { longestPin, shortestPin } from '#shared/passphrase/limits.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { useChange, useTakeStatus } from '#renderer/lib/change.ts'
import { BackLink } from '#renderer/parts/back-link.tsx'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { CurrentPassphrase, isAboutPassphrase } from '#renderer/parts/keys/current-passphrase.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { CardLink } from './card-link.tsx'
import { Done } from './done.tsx'

const digits = new RegExp(`^\\d{${shortestPin},${longestPin}}$`)
const limits = { least: shortestPin, most: longestPin, tries: mostPinTries }

/** Sets the PIN for ending a hand-over, and explains its limits. */
export function PinScreen() {
  const { t } = useTranslation()
  const [pin, setPin] = useState('')
  const [repeated, setRepeated] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const pinBox = useRef<HTMLInputElement>(null)
  const repeatedBox = useRef<HTMLInputElement>(null)
  const passphraseBox = useRef<HTMLInputElement>(null)
  const set = useChange('keys.setPin', {
    onSuccess: useTakeStatus(),
    onError: (failure) => {
      if (isAboutPassphrase(failure)) passphraseBox.current?.focus()
    },
  })
  const isPin = digits.test(pin)
  const isCommon = isPin && isCommonPin(pin)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (set.isPending) return
    setHasTried(true)
    if (!isPin || isCommon) return pinBox.current?.focus()
    if (repeated !== pin) return repeatedBox.current?.focus()
    if (passphrase === '') return passphraseBox.current?.focus()
    set.mutate({ passphrase: typedSecret(passphrase), pin: typedSecret(pin) })
  }
  const wordsForPin = () => {
    if (!isPin) return t('security.pin.wrongLength', limits)
    return isCommon ? t('security.pin.common') : undefined
  }
  const secret = {
    showLabel: t('ui.passphrase.show'),
    hideLabel: t('ui.passphrase.hide'),
    purpose: 'new',
    isNumeric: true,
  } as const
  return (
    <Page title={t('security.pin.heading')} width="narrow">
      <BackLink to="/settings/security">{t('security.backHere')}</BackLink>
      {set.isSuccess ? (
        <Done title={t('security.pin.doneTitle')} text={t('security.pin.doneText')}>
          <CardLink to="/settings/security" kind="primary" label={t('security.done')} />
        </Done>
      ) : (
        <form className={stackClass({ gap: 24 })} onSubmit={submit} noValidate>
          <p>{t('security.pin.lead', limits)}</p>
          <Banner kind="info" title={t('security.pin.limitsTitle')}>
            {t('security.pin.limits', limits)}
          </Banner>
          <Card>
            <PassphraseField
              {...secret}
              label={t('security.pin.pin')}
              description={t('security.pin.length', limits)}
              error={hasTried ? wordsForPin() : undefined}
              value={pin}
              onChange={setPin}
              ref={pinBox}
            />
            <PassphraseField
              {...secret}
              label={t('security.pin.repeated')}
              error={hasTried && isPin && repeated !== pin ? t('security.pin.different') : undefined}
              value={repeated}
              onChange={setRepeated}
              ref={repeatedBox}
            />
            <CurrentPassphrase
              value={passphrase}
              onChange={setPassphrase}
              isMissing={hasTried}
              failure={set.error}
              ref={passphraseBox}
            />
          </Card>
          {isAboutPassphrase(set.error) ? null : <FailureNotice failure={set.error} />}
          <Stack direction="row">
            <Button kind="primary" size="large" type="submit" isPending={set.isPending}>
              {set.isPending ? t('security.pin.submitting') : t('security.pin.submit')}
            </Button>
          </Stack>
        </form>
      )}
    </Page>
  )
}
