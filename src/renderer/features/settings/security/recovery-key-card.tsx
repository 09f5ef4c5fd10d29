import { useTranslation } from 'react-i18next'
import { dayOf } from '#renderer/lib/dates.ts'
import { Card } from '#renderer/ui/card.tsx'
import { CardLink } from './card-link.tsx'

/** Whether there is a recovery key, since when, and the way to a new one. */
export function RecoveryKeyCard({ since }: { since: string | null }) {
  const { t } = useTranslation()
  return (
    <Card title={t('security.recovery.title')}>
      <p>
        {since === null ? t('security.recovery.none') : t('security.recovery.since', { date: dayOf(since) })}
      </p>
      <CardLink
        to="/settings/security/recovery-key"
        label={since === null ? t('security.recovery.make') : t('security.recovery.makeNew')}
      />
    </Card>
  )
}
