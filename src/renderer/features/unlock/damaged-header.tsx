import { useTranslation } from 'react-i18next'
import { Card } from '#renderer/ui/card.tsx'
import { Door } from './door.tsx'
import { TroubleActions } from './trouble-actions.tsx'
import { VaultFolder } from './vault-folder.tsx'
import styles from './trouble.module.css'

/** Says what is safe and what to do when no passphrase can help. It offers neither to delete nor to begin anew. */
export function DamagedHeader() {
  const { t } = useTranslation()
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
        <VaultFolder />
      </Card>
      <TroubleActions />
    </Door>
  )
}
