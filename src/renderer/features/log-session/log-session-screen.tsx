import { useState } from 'react'
import { Link, useLocation, useParams } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { StoredDraft } from '#shared/records/draft.ts'
import { sessionIdSchema, type ClientId, type SessionId } from '#shared/records/ids.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { useApi } from '#renderer/lib/app-context.ts'
import { queryKeys } from '#renderer/lib/query-keys.ts'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { LoadFailure } from './load-failure.tsx'
import { LogForm } from './log-form.tsx'
import { firstPart, parts } from './save-purpose.ts'
import { useInstruments } from './use-instruments.ts'
import type { LogStart } from './use-log-form.ts'
import { useDraft, useStoredSession } from './use-session.ts'

/** `/log/$sessionId`: a session to be logged, from its draft if there is one. `#before`, `#after`, `#client` open that part, `#guess` the guess in After. */
export function LogSessionScreen() {
  const { t } = useTranslation()
  const { sessionId } = useParams({ from: '/log/$sessionId' })
  const id = sessionIdSchema.safeParse(sessionId)
  return id.success ? (
    <OpenLog key={id.data} id={id.data} />
  ) : (
    <NoSuchSession title={t('logSession.choose.title')} />
  )
}

function OpenLog({ id }: { id: SessionId }) {
  const { t } = useTranslation()
  const stored = useStoredSession(id)
  const draft = useDraft(id)
  const instruments = useInstruments()
  const [round, setRound] = useState(0)
  const title = t('logSession.choose.title')
  const failed = [stored, draft, instruments].find(({ isError }) => isError)
  if (failed)
    return (
      <LoadFailure
        title={title}
        failure={failed.error}
        onRetry={() => void Promise.all([stored, draft, instruments].map(({ refetch }) => refetch()))}
      />
    )
  if (stored.data === undefined || draft.data === undefined || !instruments.data)
    return <Loading label={t('logSession.loading')} />
  const start = startFrom(stored.data, draft.data)
  if (!start) return <NoSuchSession title={title} />
  return (
    <WithClient
      key={round}
      clientId={(start.draft ? start.draft.log : start.stored).session.clientId}
      start={start}
      stored={stored.data}
      findInstrument={instruments.find}
      onReload={() => {
        void Promise.all([stored.refetch(), draft.refetch()]).then(() => setRound((before) => before + 1))
      }}
    />
  )
}

function startFrom(stored: StoredSessionLog | null, draft: StoredDraft | null): LogStart | null {
  if (draft) return { stored, draft }
  return stored ? { stored, draft: null } : null
}

function WithClient({
  clientId,
  start: loaded,
  ...rest
}: { clientId: ClientId } & Omit<Parameters<typeof LogForm>[0], 'client' | 'firstPart' | 'startsAtGuess'>) {
  const { t } = useTranslation()
  const api = useApi()
  // What is stored moves on with every save; the form must not start over because of that.
  const [start] = useState(loaded)
  const hash = useLocation({ select: (location) => location.hash })
  const client = useQuery({
    queryKey: queryKeys.client(clientId),
    queryFn: () => api.clients.get({ id: clientId }),
  })
  if (client.isError)
    return (
      <LoadFailure
        title={t('logSession.choose.title')}
        failure={client.error}
        onRetry={() => void client.refetch()}
      />
    )
  if (!client.data) return <Loading label={t('logSession.loading')} />
  return (
    <LogForm
      {...rest}
      start={start}
      client={client.data}
      firstPart={hash === 'guess' ? 'after' : (parts.find((part) => part === hash) ?? firstPart(start))}
      startsAtGuess={hash === 'guess'}
    />
  )
}

function NoSuchSession({ title }: { title: string }) {
  const { t } = useTranslation()
  return (
    <Page title={title}>
      <EmptyState
        action={
          <Link to="/log" className={buttonClass({ kind: 'primary', size: 'large' })}>
            {t('logSession.chooseAnother')}
          </Link>
        }
      >
        {t('logSession.notFound')}
      </EmptyState>
    </Page>
  )
}
