import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAbout } from '../lib/app-context.ts'
import { useAsk } from '../lib/ask.ts'
import { Banner } from '../ui/banner.tsx'
import { AuditNotice } from './audit-notice.tsx'
import { VaultFolderNotice } from './vault-folder-notice.tsx'
import styles from './notices.module.css'

/** Notices for every screen: nothing can be saved, the vault is an older copy, which runtime the app uses. */
export function Notices() {
  const { t } = useTranslation()
  const { runtime } = useAbout()
  const { data: status } = useAsk('vault.status')
  const reason = status?.access === 'read-only' ? (status.readOnlyReason ?? 'folder') : null
  return (
    <div className={styles['notices']}>
      {runtime.kind === 'chromium-shell' ? <p>{t('app.shellBanner')}</p> : null}
      {reason === null ? null : (
        <Banner kind="caution" title={t(`app.readOnly.${reason}.title`)}>
          {t(`app.readOnly.${reason}.text`)}
        </Banner>
      )}
      {status?.isOlderThanLastUsed ? (
        <Banner kind="caution" title={t('app.olderThanLastUsed.title')}>
          {t('app.olderThanLastUsed.text')}
        </Banner>
      ) : null}
      <VaultFolderNotice />
      <AuditNotice />
      {status?.recoveryKeySince === null && reason === null ? <RecoveryReminder /> : null}
    </div>
  )
}

/** Reminds of a missing recovery key in one quiet line, on Today and in Settings. */
function RecoveryReminder() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  if (pathname !== '/' && pathname !== '/settings') return null
  return (
    <p>
      {t('security.reminder.text')}{' '}
      <Link to="/settings/security/recovery-key">{t('security.reminder.make')}</Link>
    </p>
  )
}
