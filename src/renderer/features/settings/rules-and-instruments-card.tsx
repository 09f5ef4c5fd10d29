import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import styles from './settings.module.css'

/** The two settings that have a screen of their own. */
export function RulesAndInstrumentsCard() {
  const { t } = useTranslation()
  return (
    <Card title={t('settings.rules.title')}>
      <dl className={styles['links']}>
        {(['rules', 'prompts', 'instruments'] as const).map((place) => (
          <div key={place}>
            <dt>
              <Link to={`/settings/${place}`}>{t(`settings.rules.${place}`)}</Link>
            </dt>
            <dd className={styles['note']}>{t(`settings.rules.${place}Note`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
