import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import styles from './settings.module.css'

/** What is known of who looked, and how long records are kept: each has a screen of its own. */
export function RecordsCard() {
  const { t } = useTranslation()
  return (
    <Card title={t('settings.records.title')}>
      <dl className={styles['links']}>
        {(['audit', 'retention'] as const).map((place) => (
          <div key={place}>
            <dt>
              <Link to={`/settings/${place}`}>{t(`settings.records.${place}`)}</Link>
            </dt>
            <dd className={styles['note']}>{t(`settings.records.${place}Note`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
