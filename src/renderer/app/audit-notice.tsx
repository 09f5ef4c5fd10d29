import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useApi } from '../lib/app-context.ts'
import { queryKeys } from '../lib/query-keys.ts'
import { Banner } from '../ui/banner.tsx'

/** Later than the check that follows each unlock; it is asked again until that is over. */
const askAgainMilliseconds = 5_000

/** Says on every screen that the audit log was tampered with, once the check after the unlock has found it. */
export function AuditNotice() {
  const { t } = useTranslation()
  const api = useApi()
  const overview = useQuery({
    queryKey: queryKeys.auditOverview,
    queryFn: () => api.audit.overview(),
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
