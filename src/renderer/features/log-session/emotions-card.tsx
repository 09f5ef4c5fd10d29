import { useEffect, useRef, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { SessionLog, StoredSessionLog } from '#shared/records/session-log.ts'
import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { responseTo } from './edit-log.ts'
import { GuessComparison } from './guess-comparison.tsx'
import type { FindInstrument } from './use-instruments.ts'

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
  findInstrument: FindInstrument
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

/** Says that the client's emotions stay hidden until the guess, and offers to seal, make or skip it. */
function HiddenEmotions({
  hasGuess,
  isPending,
  onSeal,
  onSkip,
  onMakeGuess,
}: {
  hasGuess: boolean
  isPending: boolean
  onSeal: () => void
  onSkip: () => void
  onMakeGuess: () => void
}) {
  const { t } = useTranslation()
  const finalId = useId()
  return (
    <>
      <p>{hasGuess ? t('logSession.client.hidden') : t('logSession.client.hiddenNoGuess')}</p>
      <Stack direction="row" gap={8}>
        {hasGuess ? (
          <Button icon="lock" onPress={onSeal} describedBy={finalId} isPending={isPending}>
            {t('logSession.client.sealAndSee')}
          </Button>
        ) : (
          <Button onPress={onMakeGuess}>{t('logSession.client.makeGuess')}</Button>
        )}
        <Button kind="quiet" onPress={onSkip} describedBy={finalId} isPending={isPending}>
          {t('logSession.client.skipAndSee')}
        </Button>
        <span id={finalId}>
          {hasGuess ? t('logSession.client.finalEither') : t('logSession.client.final')}
        </span>
      </Stack>
    </>
  )
}
