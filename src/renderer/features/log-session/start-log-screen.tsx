import { useState } from 'react'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { clientIdSchema, sessionIdSchema, type ClientId } from '#shared/records/ids.ts'
import { isCancelledInTime } from '#shared/records/session.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { NothingCanBeSaved } from '#renderer/parts/nothing-can-be-saved.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { dayOf, timeOf } from '#renderer/lib/dates.ts'

/** `/log/new/$clientId`: begins a session, or offers one of this client's that is unfinished. */
export function StartLogScreen() {
  const { t } = useTranslation()
  const { clientId } = useParams({ from: '/log/new/$clientId' })
  if (useReadOnly() !== null) return <NothingCanBeSaved title={t('logSession.choose.title')} />
  return <StartLog key={clientId} clientId={clientIdSchema.parse(clientId)} />
}

function StartLog({ clientId }: { clientId: ClientId }) {
  const { t } = useTranslation()
  const waiting = useWaitingSession(clientId)
  const [sessionId] = useState(() => sessionIdSchema.parse(crypto.randomUUID()))
  const place = {
    to: '/log/$sessionId/of/$clientId',
    params: { sessionId, clientId },
    replace: true,
  } as const
  if (waiting.error)
    return (
      <Page title={t('logSession.choose.title')}>
        <FailureNotice failure={waiting.error} onRetry={() => void waiting.refetch()} />
      </Page>
    )
  if (waiting.data?.found === null) return <Navigate {...place} />
  if (!waiting.data?.found) return <Loading label={t('logSession.start.preparing')} />
  const { found, code } = waiting.data
  const { number } = found
  const words =
    found.kind === 'draft'
      ? t('logSession.start.draft', {
          number,
          code,
          time: timeOf(found.updatedAt),
          date: dayOf(found.updatedAt),
        })
      : t(`logSession.start.${found.kind}`, { number, code })
  return (
    <Page title={t('logSession.start.title', { code })} width="narrow">
      <p>{words}</p>
      <Stack direction="row" gap={8}>
        {found.kind === 'logged' ? (
          <Link
            to="/clients/$clientId/sessions/$sessionId"
            params={{ clientId, sessionId: found.sessionId }}
            replace
            className={buttonClass({ kind: 'primary', size: 'large' })}
          >
            {t('logSession.start.open', { number })}
          </Link>
        ) : (
          <Link
            to="/log/$sessionId"
            params={{ sessionId: found.sessionId }}
            replace
            className={buttonClass({ kind: 'primary', size: 'large' })}
          >
            {t(found.kind === 'planned' ? 'logSession.start.log' : 'logSession.start.continue', { number })}
          </Link>
        )}
        <Link {...place} className={buttonClass({ size: 'large' })}>
          {t('logSession.start.another')}
        </Link>
      </Stack>
    </Page>
  )
}

/**
 * The client's session that is planned or begun today, was begun and never saved, or was logged today: a second one on a
 * day asks once. Never cached.
 */
function useWaitingSession(clientId: ClientId) {
  const api = useApi()
  return useQuery({
    queryKey: ['waiting session', clientId],
    gcTime: 0,
    queryFn: async () => {
      const [today, { number: nextNumber }, { code }] = await Promise.all([
        api.today.get(),
        api.sessions.nextNumber({ clientId }),
        api.clients.get({ id: clientId }),
      ])
      const ofClient = today.sessions.filter((listed) => listed.clientId === clientId)
      const session = ofClient.find(({ status }) => status === 'planned' || status === 'begun')
      const logged = ofClient.find(({ status }) => !isCancelledInTime(status))
      // A draft with a free number was never saved; the draft of a saved session is found through that session.
      const draft = today.drafts.find((listed) => listed.clientId === clientId && listed.number >= nextNumber)
      const found = session
        ? { ...session, kind: session.status === 'begun' ? ('begun' as const) : ('planned' as const) }
        : draft
          ? { ...draft, kind: 'draft' as const }
          : logged
            ? { ...logged, kind: 'logged' as const }
            : null
      return { code, found }
    },
  })
}
