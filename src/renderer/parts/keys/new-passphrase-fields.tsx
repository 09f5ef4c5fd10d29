import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { countCharacters, type NewPassphraseProblem } from '#shared/passphrase/check-new-passphrase.ts'
import { longestPassphrase, shortestPassphrase } from '#shared/passphrase/limits.ts'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { CapsLockNote } from './caps-lock-note.tsx'
import { Suggestion } from './suggestion.tsx'
import type { ChosenPassphrase } from './use-new-passphrase.ts'

/** Five suggested words, and the two fields for a new passphrase. */
export function NewPassphraseFields({ chosen }: { chosen: ChosenPassphrase }) {
  const { t } = useTranslation()
  const { passphrase, setPassphrase, repeated, setRepeated, shown, passphraseBox, repeatedBox } = chosen
  const secret = {
    showLabel: t('ui.passphrase.show'),
    hideLabel: t('ui.passphrase.hide'),
    purpose: 'new',
  } as const
  return (
    <>
      <Suggestion onUse={setPassphrase} />
      <CapsLockNote>
        <Stack gap={16}>
          <PassphraseField
            {...secret}
            label={t('keys.passphrase.new')}
            description={wordsForLength(t, passphrase)}
            error={wordsForPassphrase(t, shown)}
            value={passphrase}
            onChange={setPassphrase}
            ref={passphraseBox}
          />
          <PassphraseField
            {...secret}
            label={t('keys.passphrase.repeated')}
            error={shown.includes('different') ? t('keys.passphrase.different') : undefined}
            value={repeated}
            onChange={setRepeated}
            ref={repeatedBox}
          />
        </Stack>
      </CapsLockNote>
    </>
  )
}

function wordsForLength(t: TFunction, passphrase: string): string {
  const count = countCharacters(passphrase)
  if (count >= shortestPassphrase) return t('keys.passphrase.charactersEnough', { count })
  return t('keys.passphrase.characters', { count, atLeast: shortestPassphrase })
}

function wordsForPassphrase(t: TFunction, problems: readonly NewPassphraseProblem[]): string | undefined {
  if (problems.includes('too-short')) return t('keys.passphrase.tooShort', { atLeast: shortestPassphrase })
  if (problems.includes('too-long')) return t('keys.passphrase.tooLong', { atMost: longestPassphrase })
  return undefined
}
