import { useEffect, useId, useRef, useState } from 'react'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { clientIdSchema, sessionIdSchema, type ClientId, type SessionId } from '#shared/records/ids.ts'
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
  if (waiting.error)
    return (
      <Page title={t('logSession.choose.title')}>
        <FailureNotice failure={waiting.error} onRetry={() => void waiting.refetch()} />
      </Page>
    )
  if (waiting.data?.found === null) return <Navigate {...placeOfNew(clientId, sessionId)} />
  if (!waiting.data?.found) return <Loading label={t('logSession.start.preparing')} />
  const { found, code } = waiting.data
  return <AskOnce clientId={clientId} code={code} found={found} newId={sessionId} />
}

const placeOfNew = (clientId: ClientId, sessionId: SessionId) =>
  ({ to: '/log/$sessionId/of/$clientId', params: { sessionId, clientId }, replace: true }) as const

/** Offers the session that waits, or another one. The first has the focus, so that Enter goes on to it. */
function AskOnce({
  clientId,
  code,
  found,
  newId,
}: {
  clientId: ClientId
  code: string
  found: Waiting
  newId: SessionId
}) {
  const { t } = useTranslation()
  const goOn = useRef<HTMLAnchorElement>(null)
  const reasonId = useId()
  useEffect(() => goOn.current?.focus(), [])
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
    <Page title={t('logSession.start.title', { code })} width="narrow" takesFocus={false}>
      <p id={reasonId}>{words}</p>
      <Stack direction="row" gap={8}>
        {found.kind === 'logged' ? (
          <Link
            ref={goOn}
            to="/clients/$clientId/sessions/$sessionId"
            params={{ clientId, sessionId: found.sessionId }}
            replace
            className={buttonClass({ kind: 'primary', size: 'large' })}
            aria-describedby={reasonId}
          >
            {t('logSession.start.open', { number })}
          </Link>
        ) : (
          <Link
            ref={goOn}
            to="/log/$sessionId"
            params={{ sessionId: found.sessionId }}
            replace
            className={buttonClass({ kind: 'primary', size: 'large' })}
            aria-describedby={reasonId}
          >
            {t(found.kind === 'planned' ? 'logSession.start.log' : 'logSession.start.continue', { number })}
          </Link>
        )}
        <Link {...placeOfNew(clientId, newId)} className={buttonClass({ size: 'large' })}>
          {t('logSession.start.another')}
        </Link>
      </Stack>
    </Page>
  )
}

type Waiting = NonNullable<NonNullable<ReturnType<typeof useWaitingSession>['data']>['found']>

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
