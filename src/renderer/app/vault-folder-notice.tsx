import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { language } from '#shared/i18n/language.ts'
import { useAsk } from '../lib/ask.ts'
import { Banner } from '../ui/banner.tsx'

/** Warns of a syncing program: on every screen once it has left two versions of a file, otherwise only in Settings. */
export function VaultFolderNotice() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const { data } = useAsk('vaultFolder.get')
  if (!data) return null
  if (data.conflictCopies.length > 0)
    return (
      <Banner kind="caution" title={t('app.conflictCopies.title')}>
        {t('app.conflictCopies.text', { names: new Intl.ListFormat(language).format(data.conflictCopies) })}
      </Banner>
    )
  if (data.syncedBy === null || !pathname.startsWith('/settings')) return null
  return (
    <Banner kind="caution" title={t('app.synced.title', { service: data.syncedBy })}>
      {t('app.synced.text')}
    </Banner>
  )
}
