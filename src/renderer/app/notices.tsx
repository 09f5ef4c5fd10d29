import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ReturnedNotice } from '#renderer/features/rights/returned-notice.tsx'
import { listInWords } from '#renderer/lib/lists.ts'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { useAbout } from '../lib/app-context.ts'
import { useAsk } from '../lib/ask.ts'
import { useReadOnly } from '../lib/use-read-only.ts'
import { Banner } from '../ui/banner.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './notices.module.css'

/**
 * Notices for every screen: nothing can be saved, an erased client is back, which runtime the app uses, what the last
 * close left.
 */
export function Notices() {
  const { t } = useTranslation()
  const { runtime } = useAbout()
  const { data: status } = useAsk('vault.status')
  const reason = useReadOnly()
  return (
    <div className={joinClasses(common['note'], styles['notices'])}>
      {runtime.kind === 'chromium-shell' ? <p>{t('app.shellBanner')}</p> : null}
      {reason === null ? null : (
        <Banner kind="caution" title={t(`app.readOnly.${reason}.title`)}>
          {t(`app.readOnly.${reason}.text`)}
        </Banner>
      )}
      <VaultFolderNotice />
      {status?.goneBack ? null : <AuditNotice />}
      {reason === null ? <ReturnedNotice /> : null}
      {status?.wasLeftUnsealed && reason === null ? <LeftUnsealed /> : null}
      {status?.recoveryKeySince === null && reason === null ? <RecoveryReminder /> : null}
    </div>
  )
}

/** Says in one quiet line, on Today and in Settings, that the last close did not come to its end. */
function LeftUnsealed() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return pathname === '/' || pathname === '/settings' ? <p>{t('app.leftUnsealed')}</p> : null
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

/** Longer than the check after an unlock usually takes. Asks again until the check is done. */
const askAgainMilliseconds = 5_000

/** Says on every screen that the audit log was tampered with, if the check after the unlock finds so. */
function AuditNotice() {
  const { t } = useTranslation()
  const overview = useAsk('audit.overview', undefined, {
    refetchInterval: ({ state }) => (state.data?.check ? false : askAgainMilliseconds),
  })
  if (!overview.data?.check?.found) return null
  return (
    <Banner
      kind="caution"
      title={t('audit.check.banner')}
      actions={<Link to="/settings/audit">{t('audit.check.bannerLink')}</Link>}
    />
  )
}

/** Warns of a syncing program: on every screen once it has left two versions of a file, otherwise only in Settings. */
function VaultFolderNotice() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { data } = useAsk('vaultFolder.get')
  if (!data) return null
  if (data.conflictCopies.length > 0)
    return (
      <Banner kind="caution" title={t('app.conflictCopies.title')}>
        {t('app.conflictCopies.text', { names: listInWords(data.conflictCopies) })}
      </Banner>
    )
  if (data.syncedBy === null || !pathname.startsWith('/settings')) return null
  return (
    <Banner kind="caution" title={t('app.synced.title', { service: data.syncedBy })}>
      {t('app.synced.text')}
    </Banner>
  )
}
