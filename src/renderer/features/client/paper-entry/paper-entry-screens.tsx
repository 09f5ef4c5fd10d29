import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { clientIdSchema, type ClientId } from '#shared/records/ids.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { useNoteOpenClient } from '#renderer/lib/open-client.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { NothingCanBeSaved } from '#renderer/parts/nothing-can-be-saved.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { EntryOfSession } from './entry-of-session.tsx'
import { SessionField } from './session-field.tsx'

/** `/clients/$clientId/paper/enter`: goes on with the entry that has begun, or offers the newest session. */
export function EnterPaperScreen() {
  const { clientId } = useParams({ from: '/clients/$clientId/paper/enter' })
  return <EnterPaper clientId={clientIdSchema.parse(clientId)} sessionId={null} />
}

/** `/clients/$clientId/paper/enter/$sessionId`: enters the client's sheets of one session. */
export function EnterPaperOfSessionScreen() {
  const { clientId, sessionId } = useParams({ from: '/clients/$clientId/paper/enter/$sessionId' })
  return <EnterPaper clientId={clientIdSchema.parse(clientId)} sessionId={sessionId} />
}

function EnterPaper({ clientId, sessionId }: { clientId: ClientId; sessionId: string | null }) {
  const { t } = useTranslation()
  useNoteOpenClient(clientId)
  const client = useAsk('clients.get', { id: clientId })
  // An entry may have begun since the last visit, which makes nothing stale.
  const choice = useAsk('paper.choice', { clientId }, { gcTime: 0 })
  const title = t('paperEntry.action')
  if (useReadOnly() !== null) return <NothingCanBeSaved title={title} />
  return (
    <Loaded query={together({ client, choice })} loading={t('paperEntry.loading')} page={{ title }}>
      {(found) => {
        const { code } = found.client
        const { sessions } = found.choice
        const first = sessions.find(({ isBegun }) => isBegun) ?? sessions[0]
        if (sessionId === null && first !== undefined)
          return (
            <Navigate
              to="/clients/$clientId/paper/enter/$sessionId"
              params={{ clientId, sessionId: first.id }}
              replace
            />
          )
        const session = sessions.find(({ id }) => id === sessionId)
        if (session !== undefined)
          return (
            <EntryOfSession key={session.id} client={found.client} choice={found.choice} session={session} />
          )
        return (
          <Page title={t('paperEntry.title', { code })} width="narrow">
            {first === undefined ? (
              <EmptyState
                action={
                  <Link to="/log/new/$clientId" params={{ clientId }} className={buttonClass()}>
                    {t('paperEntry.log')}
                  </Link>
                }
              >
                {t('paperEntry.none')}
              </EmptyState>
            ) : (
              <Card title={t('paperEntry.choose.title')}>
                <p role="alert">{t('paperEntry.notThisSession')}</p>
                <SessionField clientId={clientId} sessions={sessions} value={null} />
              </Card>
            )}
          </Page>
        )
      }}
    </Loaded>
  )
}
