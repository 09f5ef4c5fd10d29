import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import { CardLink } from './card-link.tsx'

/** Whether there is a recovery key, since when, and the way to a new one. */
export function RecoveryKeyCard({ since }: { since: string | null }) {
  const { t } = useTranslation()
  return (
    <Card title={t('security.recovery.title')}>
      <p>
        {since === null
          ? t('security.recovery.none')
          : t('security.recovery.since', { date: dayOf(new Date(since)) })}
      </p>
      <CardLink
        to="/settings/security/recovery-key"
        label={since === null ? t('security.recovery.make') : t('security.recovery.makeNew')}
      />
    </Card>
  )
}

function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(instant)
}
