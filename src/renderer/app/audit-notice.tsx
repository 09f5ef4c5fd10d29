import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../lib/ask.ts'
import { Banner } from '../ui/banner.tsx'

/** Longer than the check after an unlock usually takes. Asks again until the check is done. */
const askAgainMilliseconds = 5_000

/** Says on every screen that the audit log was tampered with, if the check after the unlock finds so. */
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
