import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import type { PartProps } from './part-props.ts'
import { attendanceOf } from './save-purpose.ts'

/** Offers to give the computer to the client, or says why that can't be done now. */
export function HandOverCard({
  log,
  isAhead,
  isAnswered,
  onHandOver,
}: Pick<PartProps, 'log' | 'isAhead'> & { isAnswered: boolean; onHandOver: () => void }) {
  const { t } = useTranslation()
  const isPossible = !isAhead && attendanceOf(log.session.status) === 'came'
  const words = isAhead ? 'ahead' : !isPossible ? 'noSession' : isAnswered ? 'again' : 'about'
  return (
    <Card
      title={t('logSession.client.handOver')}
      actions={
        isPossible ? (
          <Button icon="hand-over" size="large" onPress={onHandOver}>
            {t('logSession.client.open')}
          </Button>
        ) : undefined
      }
    >
      <p>{t(`logSession.client.${words}`)}</p>
    </Card>
  )
}
