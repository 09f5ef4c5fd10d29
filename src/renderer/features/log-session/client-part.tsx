import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import { ClientAnswers } from './client-answers.tsx'
import { hasClientAnswers, hasStopped } from './client-responses.ts'
import { ClientWords } from './client-words.tsx'
import { EmotionsCard } from './emotions-card.tsx'
import { HandOverCard } from './hand-over-card.tsx'
import type { PartProps } from './part-props.ts'
import { RiskOfSession } from './risk-of-session.tsx'

/** The client's side: hand-over, words, answers, and the emotions once the guess is sealed or skipped. */
export function ClientPart(
  props: PartProps & {
    isSaving: boolean
    onHandOver: () => void
    onGuess: (guess: 'sealed' | 'skipped') => void
    onMakeGuess: () => void
  },
) {
  const { t } = useTranslation()
  const { stored, findInstrument } = props
  const isAnswered = stored !== null && (stored.hasHiddenEmotions || hasClientAnswers(stored))
  return (
    <>
      {stored === null ? null : <RiskOfSession sessionId={stored.session.id} />}
      <HandOverCard {...props} isAnswered={isAnswered} hasStopped={stored !== null && hasStopped(stored)} />
      {isAnswered ? (
        <>
          <ClientWords stored={stored} />
          <EmotionsCard {...props} stored={stored} />
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
