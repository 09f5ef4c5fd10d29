import { useTranslation } from 'react-i18next'
import { useAbout } from '#renderer/lib/app-context.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Door } from './door.tsx'
import { TroubleActions } from './trouble-actions.tsx'
import styles from './trouble.module.css'

/** Says what is safe and what to do when no passphrase can help. It offers neither to delete nor to begin anew. */
export function DamagedHeader() {
  const { t } = useTranslation()
  const { dataFolder, platform } = useAbout()
  const vaultFolder = `${dataFolder}${platform === 'windows' ? '\\' : '/'}vault`
  return (
    <Door title={t('unlock.damagedHeader.title')}>
      <p>{t('unlock.damagedHeader.lead')}</p>
      <Card title={t('unlock.damagedHeader.safeTitle')}>
        <p>{t('unlock.damagedHeader.safe')}</p>
      </Card>
      <Card title={t('unlock.damagedHeader.doTitle')}>
        <ol className={styles['steps']}>
          <li>{t('unlock.damagedHeader.keep')}</li>
          <li>{t('unlock.damagedHeader.copy')}</li>
          <li>{t('unlock.damagedHeader.restore')}</li>
          <li>{t('unlock.damagedHeader.again')}</li>
        </ol>
        <div>
          <p className={styles['small']}>{t('unlock.damagedHeader.folder')}</p>
          <p className={styles['path']}>{vaultFolder}</p>
        </div>
      </Card>
      <TroubleActions />
    </Door>
  )
}
