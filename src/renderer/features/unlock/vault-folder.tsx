import { useTranslation } from 'react-i18next'
import { useAbout } from '#renderer/lib/app-context.ts'
import styles from './trouble.module.css'

/** Where the vault is on this computer, for somebody who has to look there. */
export function VaultFolder() {
  const { t } = useTranslation()
  const { dataFolder, platform } = useAbout()
  return (
    <div>
      <p className={styles['small']}>{t('unlock.vaultFolder')}</p>
      <p className={styles['path']}>{`${dataFolder}${platform === 'windows' ? '\\' : '/'}vault`}</p>
    </div>
  )
}
