import { useTranslation } from 'react-i18next'
import type { SessionId } from '#shared/records/ids.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { RiskNotice } from './risk-notice.tsx'
import { useRisksOfSession } from './use-risks-of-session.ts'

/** The session's answers that need attention, open and closed; says so if they can't be loaded. */
export function RiskOfSession({ sessionId }: { sessionId: SessionId }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useRisksOfSession(sessionId)
  if (error)
    return <FailureNotice failure={error} title={t('risk.notLookedUp')} onRetry={() => void refetch()} />
  return <RiskNotice risks={data?.risks ?? []} links="none" />
}
