import { useEffect, useRef } from 'react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { blankLog } from '#shared/records/blank-log.ts'
import { clientIdSchema, sessionIdSchema, type ClientId } from '#shared/records/ids.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { useChangeBy } from '#renderer/lib/change.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { NothingCanBeSaved } from '#renderer/parts/nothing-can-be-saved.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { dayOf, timeOf, todayHere } from '#renderer/lib/dates.ts'

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
  const begin = useBeginSession(clientId)
  const { mutate } = begin
  const hasBegun = useRef(false)
  const isFree = waiting.data?.found === null
  useEffect(() => {
    if (!isFree || hasBegun.current) return
    hasBegun.current = true
    mutate()
  }, [isFree, mutate])

  const failure = waiting.error ?? begin.error
  if (failure)
    return (
      <Page title={t('logSession.choose.title')}>
        <FailureNotice
          failure={failure}
          onRetry={() => {
            if (waiting.error) void waiting.refetch()
            else mutate()
          }}
        />
      </Page>
    )
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
        <Link
          to="/log/$sessionId"
          params={{ sessionId: found.sessionId }}
          replace
          className={buttonClass({ kind: 'primary', size: 'large' })}
        >
          {t(found.kind === 'planned' ? 'logSession.start.log' : 'logSession.start.continue', { number })}
        </Link>
        <Button size="large" onPress={() => mutate()} isPending={begin.isPending}>
          {t('logSession.start.another')}
        </Button>
      </Stack>
    </Page>
  )
}

/** The client's session that is planned or begun today, or was begun and never saved. Never cached. */
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
      const session = today.sessions.find(
        (listed) =>
          listed.clientId === clientId && (listed.status === 'planned' || listed.status === 'begun'),
      )
      // A draft with a free number was never saved; the draft of a saved session is found through that session.
      const draft = today.drafts.find((listed) => listed.clientId === clientId && listed.number >= nextNumber)
      const found = session
        ? { ...session, kind: session.status === 'begun' ? ('begun' as const) : ('planned' as const) }
        : draft
          ? { ...draft, kind: 'draft' as const }
          : null
      return { code, found }
    },
  })
}

/** Makes the session's id and its draft, and opens it. */
function useBeginSession(clientId: ClientId) {
  const api = useApi()
  const navigate = useNavigate()
  const id = useRef(sessionIdSchema.parse(crypto.randomUUID()))
  return useChangeBy(
    'drafts.save',
    async (save) => {
      const [{ number }, { usualDurationMinutes: durationMinutes }] = await Promise.all([
        api.sessions.nextNumber({ clientId }),
        api.clients.get({ id: clientId }),
      ])
      const log = blankLog({ id: id.current, clientId, number, durationMinutes, ...todayHere() })
      await save({ sessionId: id.current, clientId, baseRevision: 0, log })
      return id.current
    },
    {
      onSuccess: (sessionId) => navigate({ to: '/log/$sessionId', params: { sessionId }, replace: true }),
    },
  )
}
