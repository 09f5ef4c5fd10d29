import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { responseTo, withSession } from './edit-log.ts'
import { InstrumentRatings } from './instrument-ratings.tsx'
import type { PartProps } from './part-props.ts'
import styles from './log-session.module.css'

/** The guess of the client's emotions: open for rating, then either sealed for good or skipped on purpose. */
export function GuessCard(props: PartProps & { instrument: Instrument; takesFocus: boolean }) {
  const { t } = useTranslation()
  const ratings = useRef<HTMLDivElement>(null)
  const { takesFocus } = props
  useEffect(() => {
    if (takesFocus) ratings.current?.querySelector<HTMLElement>('input')?.focus()
  }, [takesFocus])
  const { log, stored, change, instrument, isAhead } = props
  const { guess } = log.session
  const isMade = responseTo(log, instrument.id) !== null
  const isFinal = (stored?.session.guess ?? 'open') !== 'open'
  const setGuess = (next: typeof guess) => change((before) => withSession(before, { guess: next }))
  return (
    <Card title={t('logSession.guess.title')}>
      <p>{guess === 'skipped' && isFinal ? t('logSession.guess.skipped') : instrument.instruction}</p>
      {guess === 'skipped' && !isMade ? null : (
        <div ref={ratings} className={styles['ratings']}>
          <InstrumentRatings {...props} isDisabled={isAhead || guess !== 'open'} />
        </div>
      )}
      {guess === 'open' ? (
        <Stack gap={8} align="start">
          <p>{t('logSession.guess.why')}</p>
          <Button icon="lock" onPress={() => setGuess('sealed')} isDisabled={isAhead || !isMade}>
            {t('logSession.guess.seal')}
          </Button>
          {isMade || isAhead ? null : <p>{t('logSession.guess.nothing')}</p>}
        </Stack>
      ) : isFinal ? (
        guess === 'sealed' ? (
          <p>{t('logSession.guess.sealed')}</p>
        ) : null
      ) : (
        <Stack gap={8} align="start">
          <p>{guess === 'sealed' ? t('logSession.guess.willSeal') : t('logSession.guess.willSkip')}</p>
          <Button onPress={() => setGuess('open')}>{t('logSession.guess.takeBack')}</Button>
        </Stack>
      )}
    </Card>
  )
}
