import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAbout } from '#renderer/lib/app-context.ts'
import { Card } from '#renderer/ui/card.tsx'
import common from '#renderer/ui/common.module.css'
import styles from '../settings.module.css'

/** Says how and where the data is stored. */
export function KeptCard() {
  const { t } = useTranslation()
  const { dataFolder, platform } = useAbout()
  const separator = platform === 'windows' ? '\\' : '/'
  return (
    <Card title={t('security.kept.title')}>
      <p>{t('security.kept.encrypted')}</p>
      <p>{t('security.kept.network')}</p>
      <dl className={styles['places']}>
        <div>
          <dt>{t('security.kept.folder')}</dt>
          <dd className={common['path']}>{`${dataFolder}${separator}vault`}</dd>
        </div>
        <div>
          <dt>{t('security.kept.settingsFile')}</dt>
          <dd className={common['path']}>{`${dataFolder}${separator}settings.json`}</dd>
          <dd className={common['note']}>{t('security.kept.settingsNote')}</dd>
        </div>
      </dl>
      <p>
        <Link to="/about">{t('security.kept.about')}</Link>
      </p>
    </Card>
  )
}
