import { useState } from 'react'
import { useLocation, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { blankLog } from '#shared/records/blank-log.ts'
import type { Client } from '#shared/records/client.ts'
import type { StoredDraft } from '#shared/records/draft.ts'
import { clientIdSchema, sessionIdSchema, type ClientId, type SessionId } from '#shared/records/ids.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import type { Session } from '#shared/records/session.ts'
import { together, useAsk, type Asked } from '#renderer/lib/ask.ts'
import { todayHere } from '#renderer/lib/dates.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { recoveredLog, therapistLog } from './edit-log.ts'
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

/**
 * `/log/$sessionId/of/$clientId`: a session that nobody has begun. It is blank, and nothing is kept before the first
 * entry; after that it opens like any other.
 */
export function NewLogScreen() {
  const { t } = useTranslation()
  const given = useParams({ from: '/log/$sessionId/of/$clientId' })
  const id = sessionIdSchema.safeParse(given.sessionId)
  const clientId = clientIdSchema.safeParse(given.clientId)
  return id.success && clientId.success ? (
    <OpenLog key={id.data} id={id.data} newFor={clientId.data} />
  ) : (
    <NoSuchSession title={t('logSession.choose.title')} />
  )
}

function OpenLog({ id, newFor = null }: { id: SessionId; newFor?: ClientId | null }) {
  const { t } = useTranslation()
  const stored = useStoredSession(id)
  const draft = useDraft(id)
  const instruments = useInstruments(id)
  // Never cached: a new session must not begin with a number that was taken since.
  const next = useAsk(
    'sessions.nextNumber',
    { clientId: newFor ?? '' },
    { gcTime: 0, enabled: newFor !== null },
  )
  const number: Asked<number | null> =
    newFor === null ? { ...next, data: null, error: null } : { ...next, data: next.data?.number }
  const [round, setRound] = useState(0)
  const title = t('logSession.choose.title')
  return (
    <Loaded
      query={together({ stored, draft, instruments, number })}
      loading={t('logSession.loading')}
      page={{ title }}
    >
      {(found) => {
        const clientId = (found.draft ?? found.stored?.session)?.clientId ?? newFor
        if (clientId === null) return <NoSuchSession title={title} />
        return (
          <WithClient
            key={round}
            id={id}
            clientId={clientId}
            stored={found.stored}
            draft={found.draft}
            nextNumber={found.number}
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

interface Opened {
  readonly id: SessionId
  /** The number of a new session; null if the session is known. */
  readonly nextNumber: number | null
  readonly stored: StoredSessionLog | null
  readonly draft: StoredDraft | null
}

function WithClient({
  clientId,
  ...rest
}: Opened & { clientId: ClientId } & Pick<Parameters<typeof LogForm>[0], 'findInstrument' | 'onReload'>) {
  const { t } = useTranslation()
  const client = useAsk('clients.get', { id: clientId })
  // The card above the first question is made of it. Coming later, the card would push the question out of view.
  const overview = useAsk('clients.overview', { id: clientId })
  const leftOpen: Asked<true> = { ...overview, data: overview.isFetched ? true : undefined, error: null }
  // The same for the forms that are due.
  const forms = useAsk('formPlans.atSession', { clientId, session: placeOf(rest) })
  const dueForms: Asked<true> = { ...forms, data: forms.isFetched ? true : undefined, error: null }
  return (
    <Loaded
      query={together({ client, leftOpen, dueForms })}
      loading={t('logSession.loading')}
      page={{ title: t('logSession.choose.title') }}
    >
      {(found) => <StartedForm {...rest} client={found.client} />}
    </Loaded>
  )
}

function StartedForm({
  id,
  draft,
  nextNumber,
  ...rest
}: Opened & Omit<Parameters<typeof LogForm>[0], 'start' | 'firstPart' | 'startsAtGuess'>) {
  const { stored, client } = rest
  // The stored version changes with every save, and that must not reset the form.
  const [start] = useState(() => startFrom({ id, stored, draft, nextNumber }, client))
  const hash = useLocation({ select: (location) => location.hash })
  return (
    <LogForm
      {...rest}
      start={start}
      firstPart={hash === 'guess' ? 'after' : (parts.find((part) => part === hash) ?? firstPart(start))}
      startsAtGuess={hash === 'guess'}
    />
  )
}

/** The place of the session among the client's, by which its forms are due. */
function placeOf({ id, stored, draft, nextNumber }: Opened): Pick<Session, 'id' | 'date' | 'number'> {
  const { date, number } = draft?.log.session ??
    stored?.session ?? { date: todayHere().date, number: nextNumber ?? 1 }
  return { id, date, number }
}

function startFrom({ id, stored, draft, nextNumber: number }: Opened, client: Client): LogStart {
  if (draft) return { stored, draft, log: recoveredLog(draft, stored) }
  if (stored) return { stored, draft, log: therapistLog(stored) }
  if (number === null) throw new Error('only a new session has neither a stored version nor a draft')
  const { id: clientId, usualDurationMinutes: durationMinutes } = client
  return { stored, draft, log: blankLog({ id, clientId, number, durationMinutes, ...todayHere() }) }
}
