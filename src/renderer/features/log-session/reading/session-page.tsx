import { useEffect } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PlacedSession } from '#shared/contract/operations/sessions.ts'
import type { PromptAnswer } from '#shared/prompts/prompt-answer.ts'
import type { Client } from '#shared/records/client.ts'
import type { StoredDraft } from '#shared/records/draft.ts'
import { isCancelledInTime, isMissed } from '#shared/records/session.ts'
import type { StoredSessionLog } from '#shared/records/session-log.ts'
import { isAnythingAnswered, pairedEmotions } from '#shared/overview/paired-items.ts'
import { dayAndTimeOf, dayInWords, timeOfDayInWords } from '#renderer/lib/dates.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FictionalTag } from '#renderer/parts/fictional-tag.tsx'
import { AnsweredPrompts } from '#renderer/parts/prompts/prompt-history.tsx'
import { SupervisorCommentsCard } from '#renderer/parts/replies/supervisor-comments-card.tsx'
import { SessionMenu } from '#renderer/parts/sessions/session-menu.tsx'
import { ToSupervisionButton } from '#renderer/parts/supervision/to-supervision-button.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { ClientAnswers } from '../client-answers.tsx'
import { hasClientAnswers } from '../client-responses.ts'
import { GuessComparison } from '../guess-comparison.tsx'
import type { FindInstrument } from '../use-instruments.ts'
import { ChangedVersions } from './changed-versions.tsx'
import { ClosedCard } from './closed-card.tsx'
import { OwnAnswers } from './own-answers.tsx'
import { OwnWordsRatings } from './own-words-ratings.tsx'
import { ruptureStory } from './rupture-story.ts'
import { SaidLine } from './said-line.tsx'
import { ScoresCard } from './scores-card.tsx'
import { modalityNames } from './what-changed.ts'
import { WordsCard } from './words-card.tsx'
import common from '#renderer/ui/common.module.css'
import styles from './reading.module.css'

/** What the page of one session shows. */
export interface ReadSession {
  readonly stored: StoredSessionLog
  readonly draft: StoredDraft | null
  readonly client: Client
  readonly previous: PlacedSession | null
  readonly next: PlacedSession | null
  /** The client's prompts that were answered at this session. */
  readonly answers: readonly PromptAnswer[]
  readonly find: FindInstrument
}

/** One session to read. Nothing on it can be changed; *Correct* opens the form. */
export function SessionPage(read: ReadSession) {
  const { t } = useTranslation()
  const { stored, draft, client, answers, find } = read
  const { session, ruptureNote, events } = stored
  useSessionKeys(read)
  const canChange = useReadOnly() === null
  const isAnswered = hasClientAnswers(stored)
  return (
    <Page
      title={t('logSession.title', { number: session.number, code: client.code })}
      subtitle={<SessionFacts {...read} />}
      actions={
        <>
          <Neighbours {...read} />
          <ToSupervisionButton />
          {canChange ? (
            <Link to="/log/$sessionId" params={{ sessionId: session.id }} className={buttonClass()}>
              <Icon name="pencil" />
              {t('reading.correct')}
            </Link>
          ) : null}
          <SessionMenu
            session={{
              sessionId: session.id,
              clientId: client.id,
              clientCode: client.code,
              number: session.number,
            }}
            isOfOneClient
          />
        </>
      }
    >
      <Unfinished stored={stored} draft={draft} canChange={canChange} />
      <ScoresCard stored={stored} find={find} />
      {session.notes === '' && events.length === 0 ? null : (
        <Card title={t('reading.notes.title')}>
          {session.notes === '' ? null : <p className={common['typedText']}>{session.notes}</p>}
          {events.length === 0 ? null : (
            <ul className={common['bullets']} aria-label={t('reading.events.title')}>
              {events.map(({ id, kind, note }) => (
                <li key={id} className={common['typedText']}>
                  {note === ''
                    ? t(`logSession.events.names.${kind}`)
                    : t('reading.events.line', { kind: t(`logSession.events.names.${kind}`), note })}
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
      {ruptureNote === null ? null : (
        <Card title={t('reading.rupture.title')}>
          <p>{ruptureStory(ruptureNote, t)}</p>
          {ruptureNote.note === '' ? null : <p className={common['typedText']}>{ruptureNote.note}</p>}
        </Card>
      )}
      <ClosedCard sessionId={session.id} />
      <SaidLine sessionId={session.id} />
      <OwnWordsRatings sessionId={session.id} />
      <WordsCard stored={stored} find={find} />
      <Emotions stored={stored} find={find} />
      {isAnswered ? (
        <Card title={t('logSession.client.answers')}>
          <ClientAnswers stored={stored} findInstrument={find} />
        </Card>
      ) : (
        <OwnAnswers stored={stored} find={find} />
      )}
      <SupervisorCommentsCard clientId={client.id} session={session.number} />
      {answers.length === 0 ? null : (
        <Card title={t('reading.prompts.title')}>
          <AnsweredPrompts answers={answers} />
        </Card>
      )}
      <ChangedVersions stored={stored} find={find} />
      <p className={common['note']} data-screen-only="">
        {t('reading.keys')}
      </p>
    </Page>
  )
}

function SessionFacts({ stored, client }: ReadSession) {
  const { t } = useTranslation()
  const { date, timeOfDay, status, modality, durationMinutes, closedAt } = stored.session
  const hasNoPlace = isMissed(status) || isCancelledInTime(status)
  const facts = [
    dayInWords(date),
    ...(timeOfDay === null ? [] : [timeOfDayInWords(timeOfDay)]),
    t(`logSession.statuses.${status}`),
    ...(hasNoPlace ? [] : [t(`logSession.facts.${modalityNames[modality]}`)]),
    ...(hasNoPlace || durationMinutes === null ? [] : [t('reading.minutes', { count: durationMinutes })]),
    ...(closedAt === null ? [] : [t('logSession.closed')]),
  ]
  return (
    <>
      <Link to="/clients/$clientId" params={{ clientId: client.id }} className={common['codeLink']}>
        {client.code}
      </Link>
      {` · ${facts.join(' · ')} `}
      <FictionalTag isFictional={client.isFictional} />
    </>
  )
}

/** Links to the sessions before and after, where there are any. */
function Neighbours({ client, previous, next }: ReadSession) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('reading.neighbours')} className={styles['neighbours']}>
      {previous === null ? null : (
        <Link
          to="/clients/$clientId/sessions/$sessionId"
          params={{ clientId: client.id, sessionId: previous.id }}
          className={buttonClass({ kind: 'quiet' })}
        >
          <Icon name="chevron-left" />
          {t('reading.previous', { number: previous.number })}
        </Link>
      )}
      {next === null ? null : (
        <Link
          to="/clients/$clientId/sessions/$sessionId"
          params={{ clientId: client.id, sessionId: next.id }}
          className={buttonClass({ kind: 'quiet' })}
        >
          {t('reading.next', { number: next.number })}
          <Icon name="chevron-right" />
        </Link>
      )}
    </nav>
  )
}

/** Offers to go on with a session that is not over, or with changes that were not saved. */
function Unfinished({
  stored,
  draft,
  canChange,
}: Pick<ReadSession, 'stored' | 'draft'> & { canChange: boolean }) {
  const { t } = useTranslation()
  const { id, status } = stored.session
  const isUnfinished = status === 'planned' || status === 'begun'
  if (draft === null && !isUnfinished) return null
  const title =
    draft === null && isUnfinished
      ? t(`reading.unfinished.${status}`)
      : t('reading.draft.title', { at: dayAndTimeOf(draft?.updatedAt ?? stored.savedAt) })
  const action =
    draft !== null ? 'reading.draft.open' : status === 'planned' ? 'reading.logNow' : 'reading.continue'
  return (
    <Banner
      kind="info"
      title={title}
      actions={
        canChange ? (
          <Link to="/log/$sessionId" params={{ sessionId: id }} className={buttonClass({ kind: 'primary' })}>
            {t(action)}
          </Link>
        ) : undefined
      }
    >
      {draft === null ? undefined : t('reading.draft.text')}
    </Banner>
  )
}

/** The guess beside the client's rating, or that the rating is hidden until the guess. */
function Emotions({ stored, find }: Pick<ReadSession, 'stored' | 'find'>) {
  const { t } = useTranslation()
  const canChange = useReadOnly() === null
  if (
    !stored.hasHiddenEmotions &&
    (!hasClientAnswers(stored) || !isAnythingAnswered(pairedEmotions(stored, find)))
  )
    return null
  return (
    <Card title={t('logSession.client.emotions')}>
      {stored.hasHiddenEmotions ? (
        <>
          <p>{t('reading.hidden')}</p>
          {canChange ? (
            <div>
              <Link
                to="/log/$sessionId"
                params={{ sessionId: stored.session.id }}
                hash="guess"
                className={buttonClass()}
              >
                {t('reading.toGuess')}
              </Link>
            </div>
          ) : null}
        </>
      ) : (
        <GuessComparison stored={stored} findInstrument={find} />
      )}
    </Card>
  )
}

/** Goes to the session before and after with the arrow keys, unless something on the page uses them itself. */
function useSessionKeys({ client, previous, next }: ReadSession): void {
  const navigate = useNavigate()
  const clientId = client.id
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const to = event.key === 'ArrowLeft' ? previous : event.key === 'ArrowRight' ? next : null
      const isScrolled =
        event.target instanceof Element && event.target.closest('[role="group"][tabindex="0"]')
      if (to === null || isScrolled) return
      event.preventDefault()
      void navigate({
        to: '/clients/$clientId/sessions/$sessionId',
        params: { clientId, sessionId: to.id },
      })
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [navigate, clientId, previous, next])
}
