import { useRef, useState, type SubmitEvent } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import {
  checkNewPassphrase,
  countCharacters,
  type NewPassphraseProblem,
} from '#shared/passphrase/check-new-passphrase.ts'
import { longestPassphrase, shortestPassphrase, type VaultStatus } from '#shared/contract/operations/vault.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { CheckBox } from '#renderer/ui/check-box.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { CapsLockNote } from './caps-lock-note.tsx'
import { Door } from './door.tsx'
import { Suggestion } from './suggestion.tsx'
import styles from './first-run.module.css'

/** Asks for the passphrase twice, says that losing it is final, and makes the vault. */
export function FirstRunPassphrase({
  onBack,
  onCreated,
}: {
  onBack: () => void
  onCreated: (status: VaultStatus) => void
}) {
  const { t } = useTranslation()
  const api = useApi()
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [isWrittenDown, setIsWrittenDown] = useState(false)
  const [hasTried, setHasTried] = useState(false)
  const passphraseBox = useRef<HTMLInputElement>(null)
  const repeatedBox = useRef<HTMLInputElement>(null)
  const create = useMutation({
    mutationFn: () => api.vault.create({ passphrase }),
    onSuccess: onCreated,
  })

  const problems = checkNewPassphrase({ passphrase, repeated, isWrittenDown })
  const shown = hasTried ? problems : []
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (create.isPending) return
    setHasTried(true)
    if (problems.length === 0) return create.mutate()
    if (problems.includes('too-short') || problems.includes('too-long')) passphraseBox.current?.focus()
    else if (problems.includes('different')) repeatedBox.current?.focus()
  }

  const secret = {
    showLabel: t('ui.passphrase.show'),
    hideLabel: t('ui.passphrase.hide'),
    purpose: 'new',
  } as const
  const passphraseError = wordsForPassphrase(t, shown)
  const repeatedError = shown.includes('different') ? t('unlock.choose.different') : undefined
  return (
    <Door title={t('unlock.choose.title')} subtitle={t('unlock.choose.step')}>
      <p>{t('unlock.choose.lead')}</p>
      <Suggestion onUse={setPassphrase} />
      <form className={styles['form']} onSubmit={submit} noValidate>
        <CapsLockNote>
          <Stack gap={16}>
            <PassphraseField
              {...secret}
              label={t('unlock.choose.passphrase')}
              description={wordsForLength(t, passphrase)}
              error={passphraseError}
              value={passphrase}
              onChange={setPassphrase}
              ref={passphraseBox}
            />
            <PassphraseField
              {...secret}
              label={t('unlock.choose.repeated')}
              error={repeatedError}
              value={repeated}
              onChange={setRepeated}
              ref={repeatedBox}
            />
          </Stack>
        </CapsLockNote>
        <Banner kind="caution" title={t('unlock.choose.finalTitle')}>
          {t('unlock.choose.final')}
        </Banner>
        <div>
          <CheckBox
            label={t('unlock.choose.writtenDown')}
            isSelected={isWrittenDown}
            onChange={setIsWrittenDown}
          />
          <p className={styles['error']} role="alert">
            {shown.includes('not-written-down') ? t('unlock.choose.notWrittenDown') : null}
          </p>
        </div>
        {create.isError ? <CreateFailed failure={create.error} /> : null}
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

function CreateFailed({ failure }: { failure: unknown }) {
  const { t } = useTranslation()
  const { title, advice } = wordsForFailure(t, failure)
  return <ErrorNotice title={title}>{advice}</ErrorNotice>
}

function wordsForLength(t: TFunction, passphrase: string): string {
  const count = countCharacters(passphrase)
  if (count >= shortestPassphrase) return t('unlock.choose.charactersEnough', { count })
  return t('unlock.choose.characters', { count, atLeast: shortestPassphrase })
}

function wordsForPassphrase(t: TFunction, problems: readonly NewPassphraseProblem[]): string | undefined {
  if (problems.includes('too-short')) return t('unlock.choose.tooShort', { atLeast: shortestPassphrase })
  if (problems.includes('too-long')) return t('unlock.choose.tooLong', { atMost: longestPassphrase })
  return undefined
}
