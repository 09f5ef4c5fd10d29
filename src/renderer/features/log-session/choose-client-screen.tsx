import { useEffect, useRef, useState } from 'react'
import type { TFunction } from 'i18next'
import { Link, Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
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
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { clientMatches, matchFrom, stepsWithin, type Match, type Matches } from './client-matches.ts'
import common from '#renderer/ui/common.module.css'
import styles from './log-session.module.css'

/**
 * `/log`: chooses the client by a few letters. Enter takes the first match, or the one that the arrows went to. Those with
 * a session today come first.
 */
export function ChooseClientScreen() {
  const { t } = useTranslation()
  const title = t('logSession.choose.title')
  const query = together({ clients: useAsk('clients.list'), today: useAsk('today.get') })
  const [text, setText] = useState('')
  const [isTaking, setIsTaking] = useState(false)
  const [steps, setSteps] = useState(0)
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => search.current?.focus(), [])
  if (useReadOnly() !== null) return <NothingCanBeSaved title={title} />
  const isEmpty = query.data?.clients.every(({ client }) => client.status !== 'active') ?? false
  const markInWords = (matches: Matches): string => {
    const marked = matchFrom(matches, steps)
    if (!marked) return t('logSession.choose.noMatch', { text })
    const code = 'sessionId' in marked ? marked.clientCode : marked.client.code
    return t('logSession.choose.takes', { code, about: aboutMatch(marked, t) })
  }
  const goBy = (by: 1 | -1) => {
    const matches = query.data && clientMatches(query.data.clients, query.data.today, text)
    setSteps(matches ? stepsWithin(matches, stepsWithin(matches, steps) + by) : steps + by)
  }
  return (
    <Page title={title} width="narrow" takesFocus={isEmpty}>
      {isEmpty ? null : (
        <div
          onKeyDownCapture={({ key }) => {
            if (key === 'ArrowDown') goBy(1)
            if (key === 'ArrowUp') goBy(-1)
          }}
        >
          {/* Letters, arrows and Enter typed before the clients are here count too. */}
          <SearchField
            ref={search}
            label={t('logSession.choose.search')}
            value={text}
            onChange={(typed) => {
              setText(typed)
              setSteps(0)
              setIsTaking(false)
            }}
            onSubmit={() => setIsTaking(true)}
          />
          {/* The focus stays in the field, so the mark is read from here. Always present, for readers to notice changes. */}
          <VisuallyHidden>
            <output>
              {query.data && markInWords(clientMatches(query.data.clients, query.data.today, text))}
            </output>
          </VisuallyHidden>
        </div>
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
            <MatchLists
              matches={clientMatches(found.clients, found.today, text)}
              steps={steps}
              text={text}
              isTaking={isTaking}
              onClear={() => setText('')}
            />
          )
        }
      </Loaded>
    </Page>
  )
}

/** The sessions of today and the active clients that match; `isTaking` opens the marked one. */
function MatchLists({
  matches,
  steps,
  text,
  isTaking,
  onClear,
}: {
  matches: Matches
  /** How far the mark is from the first match. */
  steps: number
  text: string
  isTaking: boolean
  onClear: () => void
}) {
  const { t } = useTranslation()
  const { expected, found } = matches
  const marked = matchFrom(matches, steps)
  if (isTaking && marked) return <Navigate {...placeOf(marked)} />
  if (!marked)
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
                  isMarked={session === marked}
                >
                  {aboutMatch(session, t)}
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
                  isMarked={item === marked}
                >
                  {aboutMatch(item, t)}
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
  isMarked,
  children,
}: {
  match: Match
  code: string
  isFictional: boolean
  isMarked: boolean
  children: string
}) {
  const { t } = useTranslation()
  return (
    <Link
      {...placeOf(match)}
      className={joinClasses(styles['foundLink'], isMarked && styles['foundMarked']) ?? ''}
      // Preloading the link must not begin a session.
      preload={false}
    >
      <span className={styles['code']}>
        {code} {isFictional ? <Tag kind="sample">{t('logSession.fictional')}</Tag> : null}
      </span>
      <span className={common['note']}>
        {children} {isMarked ? <KeyHint keys={[t('logSession.choose.enter')]} /> : null}
      </span>
    </Link>
  )
}

/** What stands beside the code of a match: its session of today, or the client's last one. */
function aboutMatch(match: Match, t: TFunction): string {
  if ('sessionId' in match)
    return `${t('logSession.choose.session', { number: match.number })} · ${t(`logSession.statuses.${match.status}`)}`
  return match.lastHeldOn
    ? t('logSession.choose.lastHeld', { date: dayInWords(match.lastHeldOn) })
    : t('logSession.choose.noneHeld')
}

const placeOf = (match: Match) =>
  'sessionId' in match
    ? ({ to: '/log/$sessionId', params: { sessionId: match.sessionId } } as const)
    : ({ to: '/log/new/$clientId', params: { clientId: match.client.id } } as const)
