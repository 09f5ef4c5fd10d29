import { useTranslation } from 'react-i18next'
import { emotionsGuessInstrument } from '#shared/sessions/session-log.ts'
import { Card } from '#renderer/ui/card.tsx'
import { ClientAnswers } from './client-answers.tsx'
import { hasClientAnswers } from './client-responses.ts'
import { responseTo } from './edit-log.ts'
import { GuessComparison } from './guess-comparison.tsx'
import { HandOverCard } from './hand-over-card.tsx'
import { HiddenEmotions } from './hidden-emotions.tsx'
import type { PartProps } from './part-props.ts'

/** The client's side: handing over, what they answered, and their emotions once the guess is out of the way. */
export function ClientPart(
  props: PartProps & {
    isSaving: boolean
    onHandOver: () => void
    onGuess: (guess: 'sealed' | 'skipped') => void
    onMakeGuess: () => void
  },
) {
  const { t } = useTranslation()
  const { log, stored, findInstrument } = props
  const isAnswered = stored !== null && (stored.hasHiddenEmotions || hasClientAnswers(stored))
  return (
    <>
      <HandOverCard {...props} isAnswered={isAnswered} />
      {isAnswered ? (
        <>
          <Card title={t('logSession.client.emotions')}>
            {stored.hasHiddenEmotions ? (
              <HiddenEmotions
                hasGuess={responseTo(log, emotionsGuessInstrument) !== null}
                isPending={props.isSaving}
                onSeal={() => props.onGuess('sealed')}
                onSkip={() => props.onGuess('skipped')}
                onMakeGuess={props.onMakeGuess}
              />
            ) : (
              <GuessComparison stored={stored} findInstrument={findInstrument} />
            )}
          </Card>
          <Card title={t('logSession.client.answers')}>
            <ClientAnswers stored={stored} findInstrument={findInstrument} />
          </Card>
        </>
      ) : (
        <p>{t('logSession.client.notRated')}</p>
      )}
    </>
  )
}
