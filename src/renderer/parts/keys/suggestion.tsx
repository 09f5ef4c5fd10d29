import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { suggestedBits, suggestWords } from '#shared/passphrase/suggest-words.ts'
import { passphraseWords } from '#shared/passphrase/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import styles from './suggestion.module.css'

const quadrillion = 1e15

/** Offers five random words, to accept or to draw again. */
export function Suggestion({ onUse }: { onUse: (passphrase: string) => void }) {
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
      <output className={styles['small']}>
        {isUsed
          ? t('keys.suggestion.used')
          : t('keys.suggestion.text', {
              words: passphraseWords.length,
              bits: suggestedBits,
              combinations: t('keys.suggestion.combinations', {
                quadrillions: Math.floor(2 ** suggestedBits / quadrillion),
              }),
            })}
      </output>
    </Card>
  )
}

function drawWords(): string[] {
  return suggestWords(() => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)
}
