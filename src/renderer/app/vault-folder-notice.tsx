import { useLocation } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../lib/app-context.ts'
import { queryKeys } from '../lib/query-keys.ts'
import { Banner } from '../ui/banner.tsx'

/**
 * Warns of a syncing program: everywhere once it has left two versions of a file, and otherwise only where somebody
 * has a moment for it.
 */
export function VaultFolderNotice() {
  const { t } = useTranslation()
  const api = useApi()
  const { pathname } = useLocation()
  // Looked at once per unlock: nothing here is worth asking the disk again and again.
  const { data } = useQuery({ queryKey: queryKeys.vaultFolder, queryFn: () => api.vaultFolder.get() })
  if (!data) return null
  if (data.conflictCopies.length > 0)
    return (
      <Banner kind="caution" title={t('app.conflictCopies.title')}>
        {t('app.conflictCopies.text', { names: new Intl.ListFormat('en').format(data.conflictCopies) })}
      </Banner>
    )
  if (data.syncedBy === null || !pathname.startsWith('/settings')) return null
  return (
    <Banner kind="caution" title={t('app.synced.title', { service: data.syncedBy })}>
      {t('app.synced.text')}
    </Banner>
  )
}
