import { useEffect, useRef, useState } from 'react'
import { Link, Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClientListItem } from '#shared/contract/operations/clients.ts'
import type { Today } from '#shared/overview/today.ts'
import { together, useAsk } from '#renderer/lib/ask.ts'
import { dayInWords } from '#renderer/lib/dates.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { Loaded } from '#renderer/parts/loaded.tsx'
import { NothingCanBeSaved } from '#renderer/parts/nothing-can-be-saved.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { stackClass } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { clientMatches, type Match } from './client-matches.ts'
import common from '#renderer/ui/common.module.css'
import styles from './log-session.module.css'

/** `/log`: chooses the client by a few letters; Enter takes the first match. Those with a session today come first. */
export function ChooseClientScreen() {
  const { t } = useTranslation()
  const title = t('logSession.choose.title')
  const query = together({ clients: useAsk('clients.list'), today: useAsk('today.get') })
  const [text, setText] = useState('')
  const [isTaking, setIsTaking] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => search.current?.focus(), [])
  if (useReadOnly() !== null) return <NothingCanBeSaved title={title} />
  const isEmpty = query.data?.clients.every(({ client }) => client.status !== 'active') ?? false
  return (
    <Page title={title} width="narrow" takesFocus={isEmpty}>
      {isEmpty ? null : (
        // Letters and Enter typed before the clients are here count too.
        <SearchField
          ref={search}
          label={t('logSession.choose.search')}
          value={text}
          onChange={(typed) => {
            setText(typed)
            setIsTaking(false)
          }}
          onSubmit={() => setIsTaking(true)}
        />
      )}
      <Loaded query={query} loading={t('logSession.choose.loading')}>
        {(found) =>
          isEmpty ? (
            <EmptyState
              action={
                <Link to="/clients/new" className={buttonClass({ kind: 'primary', size: 'large' })}>
                  {t('logSession.choose.newClient')}
                </Link>
              }
            >
              {t('logSession.choose.noClients')}
            </EmptyState>
          ) : (
            <Matches {...found} text={text} isTaking={isTaking} onClear={() => setText('')} />
          )
        }
      </Loaded>
    </Page>
  )
}

/** The sessions of today and the active clients that match; `isTaking` opens the first of them. */
function Matches({
  clients,
  today,
  text,
  isTaking,
  onClear,
}: {
  clients: readonly ClientListItem[]
  today: Today
  text: string
  isTaking: boolean
  onClear: () => void
}) {
  const { t } = useTranslation()
  const { expected, found, first } = clientMatches(clients, today, text)
  if (isTaking && first) return <Navigate {...placeOf(first)} />
  if (!first)
    return (
      <EmptyState action={<Button onPress={onClear}>{t('logSession.choose.clearSearch')}</Button>}>
        {t('logSession.choose.noMatch', { text })}
      </EmptyState>
    )
  return (
    <>
      {expected.length === 0 ? null : (
        <Card title={t('logSession.choose.today')}>
          <ul className={stackClass({ gap: 4 })}>
            {expected.map((session) => (
              <li key={session.sessionId}>
                <FoundLink
                  match={session}
                  code={session.clientCode}
                  isFictional={session.isFictional}
                  isFirst={session === first}
                >
                  {`${t('logSession.choose.session', { number: session.number })} · ${t(`logSession.statuses.${session.status}`)}`}
                </FoundLink>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {found.length === 0 ? null : (
        <Card title={t('logSession.choose.clients')}>
          <ul className={stackClass({ gap: 4 })}>
            {found.map((item) => (
              <li key={item.client.id}>
                <FoundLink
                  match={item}
                  code={item.client.code}
                  isFictional={item.client.isFictional}
                  isFirst={item === first}
                >
                  {item.lastHeldOn
                    ? t('logSession.choose.lastHeld', { date: dayInWords(item.lastHeldOn) })
                    : t('logSession.choose.noneHeld')}
                </FoundLink>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

/** A link to the session or the client. The one that Enter takes says so. */
function FoundLink({
  match,
  code,
  isFictional,
  isFirst,
  children,
}: {
  match: Match
  code: string
  isFictional: boolean
  isFirst: boolean
  children: string
}) {
  const { t } = useTranslation()
  return (
    <Link
      {...placeOf(match)}
      className={joinClasses(styles['foundLink'], isFirst && styles['foundFirst']) ?? ''}
      // Preloading the link must not begin a session.
      preload={false}
    >
      <span className={styles['code']}>
        {code} {isFictional ? <Tag kind="sample">{t('logSession.fictional')}</Tag> : null}
      </span>
      <span className={common['note']}>
        {children} {isFirst ? <KeyHint keys={[t('logSession.choose.enter')]} /> : null}
      </span>
    </Link>
  )
}

const placeOf = (match: Match) =>
  'sessionId' in match
    ? ({ to: '/log/$sessionId', params: { sessionId: match.sessionId } } as const)
    : ({ to: '/log/new/$clientId', params: { clientId: match.client.id } } as const)
