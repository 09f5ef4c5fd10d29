import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/stack.tsx'

/** Says that the client's emotions stay hidden until the guess, and offers to seal, make or skip it. */
export function HiddenEmotions({
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
