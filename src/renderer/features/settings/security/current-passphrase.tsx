import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { codeOf, wordsForFailure } from '#renderer/lib/error-words.ts'
import { CapsLockNote } from '#renderer/parts/keys/caps-lock-note.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'

/** Whether a failure is told at the field for the passphrase, and not below the form. */
export function isAboutPassphrase(failure: unknown): boolean {
  return failure !== null && codeOf(failure) === 'wrong-passphrase'
}

/** The passphrase of now, asked for before the keys are changed; says at the field that it doesn't match. */
export function CurrentPassphrase({
  label,
  value,
  onChange,
  isMissing,
  failure,
  ref,
}: {
  label?: string
  value: string
  onChange: (value: string) => void
  isMissing: boolean
  failure: unknown
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
        {...(ref === undefined ? {} : { ref })}
      />
    </CapsLockNote>
  )
}
