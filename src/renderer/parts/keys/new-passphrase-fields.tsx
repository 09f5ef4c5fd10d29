import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { countCharacters, type NewPassphraseProblem } from '#shared/passphrase/check-new-passphrase.ts'
import { longestPassphrase, shortestPassphrase } from '#shared/passphrase/limits.ts'
import { suggestWords } from '#shared/passphrase/suggest-words.ts'
import { passphraseWords } from '#shared/passphrase/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { PassphraseField } from '#renderer/ui/passphrase-field.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { CapsLockNote } from './caps-lock-note.tsx'
import type { ChosenPassphrase } from './use-new-passphrase.ts'
import common from '#renderer/ui/common.module.css'
import styles from './suggestion.module.css'

/** Five suggested words, and the two fields for a new passphrase. Using the words leads on to the second field. */
export function NewPassphraseFields({
  chosen,
  takesFocus = false,
}: {
  chosen: ChosenPassphrase
  /** Whether the screen begins with this passphrase. */
  takesFocus?: boolean
}) {
  const { t } = useTranslation()
  const { passphrase, setPassphrase, repeated, setRepeated, shown, passphraseBox, repeatedBox } = chosen
  const secret = {
    showLabel: t('ui.passphrase.show'),
    hideLabel: t('ui.passphrase.hide'),
    purpose: 'new',
  } as const
  return (
    <>
      <Suggestion
        onUse={(words) => {
          setPassphrase(words)
          repeatedBox.current?.focus()
        }}
      />
      <CapsLockNote>
        <Stack gap={16}>
          <PassphraseField
            {...secret}
            label={t('keys.passphrase.new')}
            description={wordsForLength(t, passphrase)}
            error={wordsForPassphrase(t, shown)}
            value={passphrase}
            onChange={setPassphrase}
            takesFocus={takesFocus}
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

/** Offers five random words, to accept or to draw again. */
function Suggestion({ onUse }: { onUse: (passphrase: string) => void }) {
  const { t } = useTranslation()
  const [words, setWords] = useState(drawWords)
  const [isUsed, setIsUsed] = useState(false)
  return (
    <Card title={t('keys.suggestion.title')} kind="sunken">
      <output className={styles['words']}>{words.join(' ')}</output>
      <Stack direction="row" gap={8}>
        <Button
          onPress={() => {
            setIsUsed(true)
            onUse(words.join(' '))
          }}
        >
          {t('keys.suggestion.use')}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            setIsUsed(false)
            setWords(drawWords())
          }}
        >
          {t('keys.suggestion.draw')}
        </Button>
      </Stack>
      <output className={joinClasses(common['note'], styles['small'])}>
        {isUsed ? t('keys.suggestion.used') : t('keys.suggestion.text', { words: passphraseWords.length })}
      </output>
    </Card>
  )
}

function drawWords(): string[] {
  return suggestWords(() => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)
}
