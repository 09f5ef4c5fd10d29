import { useTranslation } from 'react-i18next'
import { isAnythingAnswered, pairedEmotions } from '#shared/overview/paired-items.ts'
import { RiskOfSession } from '#renderer/parts/risk/risk-of-session.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { ClientAnswers } from './client-answers.tsx'
import { hasClientAnswers, hasStopped } from './client-responses.ts'
import { ClientWords } from './client-words.tsx'
import { EmotionsCard } from './emotions-card.tsx'
import type { PartProps } from './part-props.ts'
import { canBeHandedOver } from './save-purpose.ts'
import type { HandOverForms } from './use-hand-over-forms.ts'

/** The client's side: hand-over, words, answers, and the emotions once the guess is sealed or skipped. */
export function ClientPart(
  props: PartProps & {
    isSaving: boolean
    forms: HandOverForms
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
          {stored.hasHiddenEmotions || isAnythingAnswered(pairedEmotions(stored, findInstrument)) ? (
            <EmotionsCard {...props} stored={stored} />
          ) : null}
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

/** Offers to hand the computer to the client, or says why that is not possible. */
function HandOverCard({
  log,
  isAhead,
  isAnswered,
  hasStopped,
  forms,
  onHandOver,
}: Pick<PartProps, 'log' | 'isAhead'> & {
  forms: HandOverForms
  isAnswered: boolean
  hasStopped: boolean
  onHandOver: () => void
}) {
  const { t } = useTranslation()
  const isPossible = canBeHandedOver(log, isAhead)
  const wantsHandOver = forms.isPlanned ? forms.due.length > 0 : !isAnswered
  const words = isAhead
    ? 'ahead'
    : !isPossible
      ? 'noSession'
      : hasStopped
        ? 'againStopped'
        : isAnswered
          ? 'again'
          : 'about'
  return (
    <Card
      title={t('logSession.client.handOver')}
      actions={
        isPossible ? (
          <Button
            kind={wantsHandOver ? 'primary' : 'secondary'}
            icon="hand-over"
            size="large"
            onPress={onHandOver}
          >
            {t('logSession.client.open')}
          </Button>
        ) : undefined
      }
    >
      <p>{t(`logSession.client.${words}`)}</p>
      {isPossible && forms.isPlanned ? (
        <p>
          {forms.due.length === 0
            ? t('formPlans.handOver.noneDue')
            : t('formPlans.handOver.due', { forms: forms.due.map(({ title }) => title) })}
        </p>
      ) : null}
    </Card>
  )
}
