import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAbout } from '#renderer/lib/app-context.ts'
import { Card } from '#renderer/ui/card.tsx'
import styles from './settings.module.css'

/** How the data is kept, in words, and where. */
export function SecurityCard() {
  const { t } = useTranslation()
  const { dataFolder, platform } = useAbout()
  const separator = platform === 'windows' ? '\\' : '/'
  return (
    <Card title={t('settings.security.title')}>
      <p>{t('settings.security.encrypted')}</p>
      <p>{t('settings.security.network')}</p>
      <p>{t('settings.security.forgotten')}</p>
      <p>{t('settings.security.backups')}</p>
      <dl className={styles['places']}>
        <div>
          <dt>{t('settings.security.folder')}</dt>
          <dd className={styles['path']}>{`${dataFolder}${separator}vault`}</dd>
        </div>
        <div>
          <dt>{t('settings.security.settingsFile')}</dt>
          <dd className={styles['path']}>{`${dataFolder}${separator}settings.json`}</dd>
          <dd className={styles['note']}>{t('settings.security.settingsNote')}</dd>
        </div>
      </dl>
      <p>
        <Link to="/about">{t('settings.security.about')}</Link>
      </p>
    </Card>
  )
}
