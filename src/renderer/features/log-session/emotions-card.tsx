import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instrument } from '#shared/instruments/instrument.ts'
import type { SessionLog, StoredSessionLog } from '#shared/records/session-log.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { Card } from '#renderer/ui/card.tsx'
import { responseTo } from './edit-log.ts'
import { GuessComparison } from './guess-comparison.tsx'
import { HiddenEmotions } from './hidden-emotions.tsx'

/**
 * The client's emotions beside the guess, or the reason they are hidden. The heading takes the focus once they appear.
 */
export function EmotionsCard({
  log,
  stored,
  findInstrument,
  isSaving,
  onGuess,
  onMakeGuess,
}: {
  log: SessionLog
  stored: StoredSessionLog
  findInstrument: (id: string) => Instrument | null
  isSaving: boolean
  onGuess: (guess: 'sealed' | 'skipped') => void
  onMakeGuess: () => void
}) {
  const { t } = useTranslation()
  const title = useRef<HTMLSpanElement>(null)
  const isHidden = stored.hasHiddenEmotions
  const wasHidden = useRef(isHidden)
  useEffect(() => {
    if (wasHidden.current && !isHidden) title.current?.focus()
    wasHidden.current = isHidden
  }, [isHidden])
  return (
    <Card
      title={
        <span ref={title} tabIndex={-1}>
          {t('logSession.client.emotions')}
        </span>
      }
    >
      {isHidden ? (
        <HiddenEmotions
          hasGuess={responseTo(log, ownInstruments.emotionsGuess) !== null}
          isPending={isSaving}
          onSeal={() => onGuess('sealed')}
          onSkip={() => onGuess('skipped')}
          onMakeGuess={onMakeGuess}
        />
      ) : (
        <GuessComparison stored={stored} findInstrument={findInstrument} />
      )}
    </Card>
  )
}
