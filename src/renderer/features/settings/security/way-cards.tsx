import { useTranslation } from 'react-i18next'
import { dayOf } from '#renderer/lib/dates.ts'
import { Card } from '#renderer/ui/card.tsx'
import { CardLink } from './card-link.tsx'

/** Links to the change of the passphrase. */
export function PassphraseCard() {
  const { t } = useTranslation()
  return (
    <Card title={t('security.passphrase.title')}>
      <p>{t('security.passphrase.text')}</p>
      <CardLink to="/settings/security/passphrase" label={t('security.passphrase.change')} />
    </Card>
  )
}

/** Says whether there is a recovery key and since when, and links to making a new one. */
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

/** Links to encrypting everything with a new key. */
export function ReencryptCard() {
  const { t } = useTranslation()
  return (
    <Card title={t('security.reencrypt.title')}>
      <p>{t('security.reencrypt.text')}</p>
      <CardLink to="/settings/security/re-encrypt" label={t('security.reencrypt.open')} />
    </Card>
  )
}
