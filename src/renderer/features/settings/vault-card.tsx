import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './settings.module.css'

/** The screens that concern the vault as a whole. */
const places = [
  { to: '/settings/security', name: 'security' },
  { to: '/settings/backups', name: 'backups' },
] as const

/** Links to the screens that open, keep and check the vault. */
export function VaultCard() {
  const { t } = useTranslation()
  return (
    <Card title={t('settings.vault.title')}>
      <dl className={styles['links']}>
        {places.map(({ to, name }) => (
          <div key={to}>
            <dt>
              <Link to={to}>{t(`settings.vault.${name}`)}</Link>
            </dt>
            <dd className={common['note']}>{t(`settings.vault.${name}Note`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
