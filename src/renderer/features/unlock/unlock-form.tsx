import { useEffectEvent, useLayoutEffect, useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { LastLock } from '#shared/contract/operations/app.ts'
import { marks } from '#shared/marks/marks.ts'
import { typedSecret } from '#shared/passphrase/typed-secret.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { codeOf, wordsForFailure } from '#renderer/lib/error-words.ts'
import { isAtStartButton, takeStartField } from '#renderer/lib/start-field.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { CapsLockNote } from '#renderer/parts/keys/caps-lock-note.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { TextLink } from '#renderer/ui/text-link.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { Door } from './door.tsx'
import type { Unlock } from './use-unlock.ts'
import { useWaitingTime } from './use-waiting-time.ts'
import { WaitingNote } from './waiting-note.tsx'
import common from '#renderer/ui/common.module.css'

/** Asks for the passphrase. Deriving the key takes about a second, during which nothing on the screen moves. */
export function UnlockForm({
  passphrase,
  onChange,
  unlock,
  onForgotten,
}: {
  passphrase: string
  onChange: (passphrase: string) => void
  unlock: Unlock
  /** Opens the recovery key screen. */
  onForgotten: () => void
}) {
  const { t } = useTranslation()
  const [isMissing, setIsMissing] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [isAtField] = useState(() => !isAtStartButton())
  const seconds = useWaitingTime()

  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (unlock.isPending || seconds > 0) return
    setIsMissing(passphrase === '')
    if (passphrase === '') return box.current?.focus()
    unlock.mutate(
      { passphrase: typedSecret(passphrase) },
      {
        onError: () => {
          box.current?.focus()
          box.current?.select()
        },
      },
    )
  }

  // Runs before the next frame, so that both fields are never visible at once and no key press gets lost.
  const takeOver = useEffectEvent(() => {
    const typed = takeStartField()
    if (!typed?.wasVisible) performance.mark(marks.passphraseField)
    if (!typed) return
    if (typed.wantsRecoveryKey) return onForgotten()
    onChange(typed.passphrase)
    if (typed.isSubmitted) unlock.mutate({ passphrase: typedSecret(typed.passphrase) })
    if (isAtField) return typed.selection
    button.current?.focus()
  })
  useLayoutEffect(() => {
    const selection = takeOver()
    if (!selection) return
    box.current?.focus()
    // The field has its value only after the typed text has been rendered.
    queueMicrotask(() => box.current?.setSelectionRange(...selection))
  }, [])

  const failure = unlock.error === null ? null : wordsForFailure(t, unlock.error)
  const isWrong = unlock.error !== null && codeOf(unlock.error) === 'wrong-passphrase'
  const fieldError = isMissing
    ? t('keys.passphrase.missing')
    : failure !== null && isWrong
      ? `${failure.title} ${failure.advice}`
      : undefined
  return (
    <Door title={t('unlock.unlock.title')} subtitle={t('unlock.unlock.stay')} width="slim" takesFocus={false}>
      <LastLockNote />
      <form className={stackClass({ gap: 8 })} onSubmit={submit} noValidate>
        <CapsLockNote>
          <PassphraseField
            label={t('unlock.unlock.passphrase')}
            purpose="current"
            showLabel={t('ui.passphrase.show')}
            hideLabel={t('ui.passphrase.hide')}
            error={fieldError}
            value={passphrase}
            onChange={onChange}
            takesFocus={isAtField}
            ref={box}
          />
        </CapsLockNote>
        <Button
          kind="primary"
          size="large"
          type="submit"
          isPending={unlock.isPending}
          isDisabled={seconds > 0}
          ref={button}
        >
          {unlock.isPending ? t('unlock.unlock.submitting') : t('unlock.unlock.submit')}
        </Button>
        <VisuallyHidden>
          <output>{unlock.isPending ? t('unlock.unlock.submitting') : null}</output>
        </VisuallyHidden>
        <WaitingNote seconds={seconds} hasWaited={isWrong} />
      </form>
      {isWrong ? null : <FailureNotice failure={unlock.error} />}
      <p className={common['secondary']}>
        {t('unlock.unlock.forgotten')}{' '}
        <TextLink onPress={onForgotten}>{t('unlock.unlock.useRecoveryKey')}</TextLink>{' '}
        {t('unlock.unlock.nobodyElse')}
      </p>
    </Door>
  )
}

/** Says why Attune locked and whether unsaved text is lost; renders nothing if it has not locked yet. */
function LastLockNote() {
  const { t } = useTranslation()
  const last = useAsk('lock.last')
  const settings = useAsk('settings.get')
  // A missing reason or setting must not prevent an unlock, so the note leaves it out.
  if (!last.data || settings.isPending) return null
  const { isDraftSafe } = last.data
  return (
    <Banner
      kind={isDraftSafe ? 'info' : 'caution'}
      title={wordsForReason(t, last.data.reason, settings.data?.lockAfterMinutes ?? null)}
    >
      {isDraftSafe ? t('unlock.lastLock.safe') : t('unlock.lastLock.unsafe')}
    </Banner>
  )
}

function wordsForReason(t: TFunction, reason: LastLock['reason'], minutes: number | null): string {
  if (reason !== 'idle') return t(`unlock.lastLock.${reason}`)
  return minutes === null ? t('unlock.lastLock.idleUnknown') : t('unlock.lastLock.idle', { count: minutes })
}
