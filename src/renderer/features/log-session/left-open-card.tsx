import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { lastSaid, openMatters } from '#shared/overview/open-matters.ts'
import { unpackOverview } from '#shared/overview/packed-overview.ts'
import type { Session } from '#shared/records/session.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { OpenMattersCard } from '#renderer/parts/repairs/open-matters-card.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'

/**
 * What the sessions before this one left open: with advice before the session, with the question whether it is over
 * after it. Renders nothing if nothing is open.
 */
export function LeftOpenCard({
  session: { clientId, number },
  isAsking,
}: {
  session: Pick<Session, 'clientId' | 'number'>
  isAsking: boolean
}) {
  const { t } = useTranslation()
  const overview = useAsk('clients.overview', { id: clientId })
  if (overview.isError) return <p>{t('repairs.failed')}</p>
  if (!overview.data) return null
  const unpacked = unpackOverview(overview.data)
  const matters = openMatters(unpacked, number)
  const isFromLastTime = matters.every((matter) => matter.number === number - 1)
  return (
    <OpenMattersCard
      clientId={clientId}
      matters={matters}
      said={isAsking ? null : lastSaid(unpacked, number)}
      isAsking={isAsking}
      title={
        isAsking
          ? t('repairs.titleAsking')
          : t(isFromLastTime ? 'repairs.titleLastTime' : 'repairs.titleEarlier')
      }
      actions={
        isAsking ? null : (
          <Link to="/clients/$clientId" params={{ clientId }} className={buttonClass({ kind: 'quiet' })}>
            {t('logSession.save.toClient', { code: overview.data.client.code })}
          </Link>
        )
      }
    />
  )
}
