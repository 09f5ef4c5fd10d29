import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import type { PartProps } from './part-props.ts'
import { canBeHandedOver } from './save-purpose.ts'

/** Offers to hand the computer to the client, or says why that is not possible. */
export function HandOverCard({
  log,
  isAhead,
  isAnswered,
  hasStopped,
  onHandOver,
}: Pick<PartProps, 'log' | 'isAhead'> & {
  isAnswered: boolean
  hasStopped: boolean
  onHandOver: () => void
}) {
  const { t } = useTranslation()
  const isPossible = canBeHandedOver(log, isAhead)
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
            kind={isAnswered ? 'secondary' : 'primary'}
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
    </Card>
  )
}
