import { useTranslation } from 'react-i18next'
import type { SessionId } from '#shared/records/ids.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { Card } from '#renderer/ui/card.tsx'
import common from '#renderer/ui/common.module.css'

/** What was said when both looked at the session. Nothing if nothing was noted. */
export function SaidLine({ sessionId }: { sessionId: SessionId }) {
  const { t } = useTranslation()
  const { data, error } = useAsk('together.ofSession', { sessionId })
  if (error) return <FailureNotice failure={error} />
  if (!data) return null
  return (
    <Card title={t('together.line.title')}>
      <p>{t('together.ofSession')}</p>
      <q className={common['typedText']}>{data.said}</q>
    </Card>
  )
}
