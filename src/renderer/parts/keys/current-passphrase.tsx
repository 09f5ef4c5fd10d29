import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { codeOf, wordsForFailure } from '#renderer/lib/error-words.ts'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { CapsLockNote } from './caps-lock-note.tsx'

/** Whether a failure belongs to the passphrase field and not below the form. */
export function isAboutPassphrase(failure: unknown): boolean {
  return failure !== null && codeOf(failure) === 'wrong-passphrase'
}

/** Asks for the current passphrase; the field says if it is missing or wrong. */
export function CurrentPassphrase({
  label,
  value,
  onChange,
  isMissing,
  failure,
  takesFocus = false,
  ref,
}: {
  label?: string
  value: string
  onChange: (value: string) => void
  isMissing: boolean
  failure: unknown
  takesFocus?: boolean
  ref?: Ref<HTMLInputElement>
}) {
  const { t } = useTranslation()
  const words = isAboutPassphrase(failure) ? wordsForFailure(t, failure) : null
  return (
    <CapsLockNote>
      <PassphraseField
        label={label ?? t('security.ask.passphrase')}
        description={t('security.ask.description')}
        purpose="current"
        showLabel={t('ui.passphrase.show')}
        hideLabel={t('ui.passphrase.hide')}
        error={
          isMissing && value === ''
            ? t('security.ask.missing')
            : words
              ? `${words.title} ${words.advice}`
              : undefined
        }
        value={value}
        onChange={onChange}
        takesFocus={takesFocus}
        {...(ref === undefined ? {} : { ref })}
      />
    </CapsLockNote>
  )
}
