import { useMemo } from 'react'
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
  // The form is drawn again with each key.
  const found = useMemo(() => {
    if (!overview.data) return null
    const unpacked = unpackOverview(overview.data)
    return {
      code: unpacked.client.code,
      matters: openMatters(unpacked, number),
      said: lastSaid(unpacked, number),
    }
  }, [overview.data, number])
  if (overview.isError) return <p>{t('repairs.failed')}</p>
  if (found === null) return null
  const { matters } = found
  const isFromLastTime = matters.every((matter) => matter.number === number - 1)
  return (
    <OpenMattersCard
      clientId={clientId}
      matters={matters}
      said={isAsking ? null : found.said}
      isAsking={isAsking}
      title={
        isAsking
          ? t('repairs.titleAsking')
          : t(isFromLastTime ? 'repairs.titleLastTime' : 'repairs.titleEarlier')
      }
      actions={
        isAsking ? null : (
          <Link to="/clients/$clientId" params={{ clientId }} className={buttonClass({ kind: 'quiet' })}>
            {t('logSession.save.toClient', { code: found.code })}
          </Link>
        )
      }
    />
  )
}
