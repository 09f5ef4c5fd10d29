import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import { CardLink } from './card-link.tsx'

/** The way to a new key for everything. */
export function ReencryptCard() {
  const { t } = useTranslation()
  return (
    <Card title={t('security.reencrypt.title')}>
      <p>{t('security.reencrypt.text')}</p>
      <CardLink to="/settings/security/re-encrypt" label={t('security.reencrypt.open')} />
    </Card>
  )
}
