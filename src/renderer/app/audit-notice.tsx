import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../lib/ask.ts'
import { Banner } from '../ui/banner.tsx'

/** Later than the check that follows each unlock; it is asked again until that is over. */
const askAgainMilliseconds = 5_000

/** Says on every screen that the audit log was tampered with, once the check after the unlock has found it. */
export function AuditNotice() {
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
