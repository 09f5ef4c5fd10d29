import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import { CardLink } from './card-link.tsx'

/** The way to another passphrase. */
export function PassphraseCard() {
  const { t } = useTranslation()
  return (
    <Card title={t('security.passphrase.title')}>
      <p>{t('security.passphrase.text')}</p>
      <CardLink to="/settings/security/passphrase" label={t('security.passphrase.change')} />
    </Card>
  )
}
