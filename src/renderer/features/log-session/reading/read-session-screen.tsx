import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sessionIdSchema, type SessionId } from '#shared/records/ids.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { Loading } from '#renderer/ui/loading.tsx'
import { NoSuchSession } from '../no-such-session.tsx'
import { useInstruments } from '../use-instruments.ts'
import { useDraft, useStoredSession } from '../use-session.ts'
import { SessionPage } from './session-page.tsx'

/** `/clients/$clientId/sessions/$sessionId`: one session to read. */
export function ReadSessionScreen() {
  const { t } = useTranslation()
  const { clientId, sessionId } = useParams({ from: '/clients/$clientId/sessions/$sessionId' })
  const id = sessionIdSchema.safeParse(sessionId)
  return id.success ? (
    <ReadSession key={`${clientId} ${id.data}`} id={id.data} clientId={clientId} />
  ) : (
    <NoSuchSession title={t('reading.title')} />
  )
}

function ReadSession({ id, clientId }: { id: SessionId; clientId: string }) {
  const { t } = useTranslation()
  const stored = useStoredSession(id)
  const isThere = stored.data !== undefined && stored.data !== null
  const instruments = useInstruments(id)
  const around = together({
    instruments,
    draft: useDraft(id),
    neighbours: useAsk('sessions.neighbours', { id }, { enabled: isThere }),
    client: useAsk('clients.get', { id: clientId }),
    history: useAsk('prompts.history', { clientId }),
  })
  const title = t('reading.title')
  // A session that was just moved here is still known with the client whom it was taken from.
  const isOfAnother = isThere && stored.data?.session.clientId !== clientId
  if (isOfAnother && stored.isFetching) return <Loading label={t('logSession.loading')} />
  return (
    <Loaded query={stored} loading={t('logSession.loading')} page={{ title }}>
      {(session) =>
        session === null || session.session.clientId !== clientId ? (
          <NoSuchSession title={title} sessionId={id} />
        ) : (
          <Loaded query={around} loading={t('logSession.loading')} page={{ title }}>
            {({ draft, neighbours, client, history }) => (
              <SessionPage
                stored={session}
                draft={draft}
                client={client}
                previous={neighbours.previous}
                next={neighbours.next}
                answers={history.filter(({ sessionNumber }) => sessionNumber === session.session.number)}
                find={instruments.find}
              />
            )}
          </Loaded>
        )
      }
    </Loaded>
  )
}
