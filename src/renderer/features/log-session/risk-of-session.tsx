import { useTranslation } from 'react-i18next'
import type { SessionId } from '#shared/records/ids.ts'
import { wordsForFailure } from '#renderer/lib/error-words.ts'
import { RiskNotice } from '#renderer/parts/risk/risk-notice.tsx'
import { useRisksOfSession } from '#renderer/parts/risk/use-risks-of-session.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorNotice } from '#renderer/ui/error-notice.tsx'

/** The answers of this session that ask for attention, open and closed; says so where they can't be looked up. */
export function RiskOfSession({ sessionId }: { sessionId: SessionId }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useRisksOfSession(sessionId)
  if (error)
    return (
      <ErrorNotice
        title={t('risk.notLookedUp')}
        action={<Button onPress={() => void refetch()}>{t('risk.tryAgain')}</Button>}
      >
        {wordsForFailure(t, error).advice}
      </ErrorNotice>
    )
  return <RiskNotice risks={data?.risks ?? []} links="none" />
}
