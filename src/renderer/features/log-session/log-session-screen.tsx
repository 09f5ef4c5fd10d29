import { useState } from 'react'
import { useLocation, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { StoredDraft } from '#shared/records/draft.ts'
import { sessionIdSchema, type ClientId, type SessionId } from '#shared/records/ids.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { LogForm } from './log-form.tsx'
import { NoSuchSession } from './no-such-session.tsx'
import { firstPart, parts } from './save-purpose.ts'
import { useInstruments } from './use-instruments.ts'
import type { LogStart } from './use-log-form.ts'
import { useDraft, useStoredSession } from './use-session.ts'

/**
 * `/log/$sessionId`: logs a session, from its draft if there is one. `#before`, `#after` and `#client` open that part,
 * `#guess` the guess in After.
 */
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
  const instruments = useInstruments(id)
  const [round, setRound] = useState(0)
  const title = t('logSession.choose.title')
  return (
    <Loaded
      query={together({ stored, draft, instruments })}
      loading={t('logSession.loading')}
      page={{ title }}
    >
      {(found) => {
        const start = startFrom(found.stored, found.draft)
        if (!start) return <NoSuchSession title={title} />
        return (
          <WithClient
            key={round}
            clientId={(start.draft ? start.draft.log : start.stored).session.clientId}
            start={start}
            stored={found.stored}
            findInstrument={instruments.find}
            onReload={() => {
              void Promise.all([stored.refetch(), draft.refetch()]).then(() =>
                setRound((before) => before + 1),
              )
            }}
          />
        )
      }}
    </Loaded>
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
  // The stored version changes with every save, and that must not reset the form.
  const [start] = useState(loaded)
  const hash = useLocation({ select: (location) => location.hash })
  return (
    <Loaded
      query={useAsk('clients.get', { id: clientId })}
      loading={t('logSession.loading')}
      page={{ title: t('logSession.choose.title') }}
    >
      {(client) => (
        <LogForm
          {...rest}
          start={start}
          client={client}
          firstPart={hash === 'guess' ? 'after' : (parts.find((part) => part === hash) ?? firstPart(start))}
          startsAtGuess={hash === 'guess'}
        />
      )}
    </Loaded>
  )
}
