import { useEffect, useRef } from 'react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { clientIdSchema } from '#shared/records/ids.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Page } from '#renderer/ui/page.tsx'
import { NoteSearch } from './note-search.tsx'

/** `/notes`: searches what was written about the sessions of all clients. */
export function SearchNotesScreen() {
  const { t } = useTranslation()
  return <SearchPage title={t('notes.title')} clientId={null} />
}

/** `/clients/$clientId/notes`: searches what was written about one client's sessions. */
export function SearchClientNotesScreen() {
  const { t } = useTranslation()
  const { clientId } = useParams({ from: '/clients/$clientId/notes' })
  const id = clientIdSchema.parse(clientId)
  return (
    <Loaded
      query={useAsk('clients.get', { id })}
      loading={t('ui.loading')}
      page={{ title: t('notes.title') }}
    >
      {({ code }) => <SearchPage key={id} title={t('notes.titleOf', { code })} clientId={id} code={code} />}
    </Loaded>
  )
}

function SearchPage({
  title,
  clientId,
  code,
}: {
  title: string
  clientId: Parameters<typeof NoteSearch>[0]['clientId']
  code?: string
}) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
  }, [])
  return (
    <Page
      title={title}
      takesFocus={false}
      subtitle={t('notes.about')}
      actions={
        clientId === null ? undefined : (
          <>
            <Link to="/clients/$clientId" params={{ clientId }} className={buttonClass({ kind: 'quiet' })}>
              {code}
            </Link>
            <Link to="/notes" className={buttonClass({ kind: 'quiet' })}>
              {t('notes.ofAll')}
            </Link>
          </>
        )
      }
    >
      <NoteSearch clientId={clientId} input={input} />
    </Page>
  )
}
