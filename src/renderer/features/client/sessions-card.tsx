import { useMemo, useState } from 'react'
import type { TFunction } from 'i18next'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClientOverview, SessionSummary } from '#shared/overview/client-overview.ts'
import type { FirstLines } from '#shared/records/first-lines.ts'
import { ownRatingIn, type OwnWords } from '#shared/records/own-words.ts'
import { isMissed } from '#shared/records/session.ts'
import { scoreOnOtherVersion } from '#shared/series/client-series.ts'
import { useAsk } from '#renderer/lib/ask.ts'
import { useOnPaper } from '#renderer/lib/use-on-paper.ts'
import { FailureNotice } from '#renderer/parts/failure-notice.tsx'
import { SessionMenu } from '#renderer/parts/sessions/session-menu.tsx'
import { useSessionRows } from '#renderer/parts/sessions/use-session-rows.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Tag } from '#renderer/ui/tag.tsx'
import { pastOf, scoreBefore, scoreIn } from './past-sessions.ts'
import { ruptureInWords } from './rupture-words.ts'
import common from '#renderer/ui/common.module.css'
import styles from './client.module.css'

const latest = 20

/**
 * The sessions as a timeline, newest first: the latest twenty, or all on request and on paper. Each has its scores and
 * the first line of what was written in it.
 */
export function SessionsCard({ overview }: { overview: ClientOverview }) {
  const { t } = useTranslation()
  const [isAllShown, setIsAllShown] = useState(false)
  const { sessions, client } = overview
  const rows = useSessionRows({ isOfOneClient: true })
  const lines = useAsk('sessions.firstLines', { clientId: client.id })
  const own = useAsk('ownWords.ofClient', { clientId: client.id })
  const linesById = useMemo(
    () => new Map((lines.data ?? []).map((each) => [each.sessionId, each])),
    [lines.data],
  )
  const newestFirst = useMemo(() => sessions.toReversed(), [sessions])
  const scoresIn = useMemo(() => scoresOf(overview, t), [overview, t])
  const isOnPaper = useOnPaper()
  const shown = isAllShown || isOnPaper ? newestFirst : newestFirst.slice(0, latest)
  const count = sessions.length
  return (
    <Card
      title={t('client.sessions.title')}
      actions={
        <Link
          to="/clients/$clientId/notes"
          params={{ clientId: client.id }}
          className={buttonClass({ kind: 'quiet' })}
          data-screen-only=""
        >
          <Icon name="search" />
          {t('client.sessions.search')}
        </Link>
      }
    >
      <p className={common['note']}>
        {shown.length < count
          ? t('client.sessions.latest', { shown: shown.length, count })
          : t('client.sessions.all', { count })}
      </p>
      <FailureNotice
        failure={lines.error}
        title={t('client.sessions.noLines')}
        onRetry={() => void lines.refetch()}
      />
      <ol className={joinClasses(common['divided'], styles['lines'])}>
        {shown.map((session) => (
          <li
            key={session.id}
            {...rows.props({
              session: {
                sessionId: session.id,
                clientId: client.id,
                clientCode: client.code,
                number: session.number,
              },
              action: isToCome(session) ? 'log' : 'open',
            })}
          >
            <SessionEntry
              session={session}
              client={client}
              scores={scoresIn(session)}
              lines={linesById.get(session.id)}
              own={own.data?.ownWords ?? []}
            />
          </li>
        ))}
      </ol>
      {rows.menu}
      {count <= latest ? null : (
        <div className={styles['more']} data-screen-only="">
          <Button kind="quiet" isExpanded={isAllShown} onPress={() => setIsAllShown((isShown) => !isShown)}>
            {isAllShown ? t('client.sessions.showLatest') : t('client.sessions.showAll', { count })}
          </Button>
        </div>
      )}
    </Card>
  )
}

/** What is not over yet is gone on with, not read. */
const isToCome = ({ status }: SessionSummary): boolean => status === 'planned' || status === 'begun'

/** One session: number, day and scores in a row, and below it what was noted and written. */
function SessionEntry({
  session,
  client: { id: clientId, code: clientCode },
  scores,
  lines,
  own,
}: {
  session: SessionSummary
  client: ClientOverview['client']
  scores: readonly Score[]
  lines: FirstLines | undefined
  own: readonly OwnWords[]
}) {
  const { t } = useTranslation()
  const { id, number, date, status, events } = session
  const isOver = status === 'held'
  const rupture = ruptureOf(session, t)
  const kinds = [...new Set(events)].map((kind) => t(`client.sessions.event.${kind}`)).join(', ')
  const ownInSession = ownRatingsInWords(own, id, t)
  const name = t('client.sessions.link', { number })
  return (
    <div className={styles['entry']}>
      <div className={styles['entryWhen']}>
        {isToCome(session) ? (
          <Link to="/log/$sessionId" params={{ sessionId: id }}>
            {name}
          </Link>
        ) : (
          <Link to="/clients/$clientId/sessions/$sessionId" params={{ clientId, sessionId: id }}>
            {name}
          </Link>
        )}
        <span className={joinClasses(common['note'], common['oneLine'])}>
          {t('client.day', { date: new Date(date) })}
        </span>
      </div>
      <div className={styles['entryWhat']}>
        {isOver ? (
          <dl className={styles['entryScores']}>
            {scores.map(({ label, value, missing }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {value === null ? <span className={common['muted']}>{missing}</span> : <b>{value}</b>}
                </dd>
              </div>
            ))}
          </dl>
        ) : (
          <p>
            <Tag kind={isMissed(status) ? 'missing' : 'plain'}>{t(`client.sessions.statuses.${status}`)}</Tag>
          </p>
        )}
        {rupture === '' ? null : <Line label={t('client.sessions.rupture')}>{rupture}</Line>}
        {kinds === '' && !lines?.event ? null : (
          <Line label={t('client.sessions.events')}>
            {[kinds, lines?.event ?? ''].filter((text) => text !== '').join(': ')}
          </Line>
        )}
        {lines?.note ? <Line label={t('client.sessions.note')}>{lines.note}</Line> : null}
        {ownInSession === '' ? null : <Line label={t('ownWords.session.row')}>{ownInSession}</Line>}
        {lines?.comment ? <Line label={t('client.sessions.comment')}>{lines.comment}</Line> : null}
      </div>
      <div data-screen-only="">
        <SessionMenu session={{ sessionId: id, clientId, clientCode, number }} isOfOneClient />
      </div>
    </div>
  )
}

/** The ratings of goals and problems in a session, in the words of that day. */
function ownRatingsInWords(own: readonly OwnWords[], sessionId: string, t: TFunction): string {
  return own
    .flatMap((each) => {
      const found = ownRatingIn(each, sessionId)
      if (found === null) return []
      const kind = t(`ownWords.kind.${each.kind}`)
      const { words } = found.wording
      return [t('ownWords.session.inRow', { kind, words, value: found.rating.value })]
    })
    .join(' · ')
}

function Line({ label, children }: { label: string; children: string }) {
  return (
    <p className={styles['entryLine']}>
      <span className={common['note']}>{label}</span> {children}
    </p>
  )
}

/** A score of a session, or why there is none. */
interface Score {
  readonly label: string
  readonly value: string | null
  readonly missing: string
}

function scoresOf(overview: ClientOverview, t: TFunction): (session: SessionSummary) => readonly Score[] {
  const { lead } = pastOf(overview)
  const empathy = overview.series.find(
    ({ rater, construct, frame }) =>
      rater === 'client' && construct === 'empathy.received' && frame === 'this-session',
  )
  return (session) => {
    const score = (label: string, series: { id: string } | null, reason: SessionSummary['clientMissing']) => {
      return {
        label,
        value: scoreInWords(session, series, t),
        missing: missingInWords(reason, t),
      }
    }
    return [
      score(t('client.sessions.clientAlliance'), lead.client, session.clientMissing),
      score(t('client.sessions.therapistAlliance'), lead.therapist, null),
      score(t('client.sessions.feltEmpathy'), empathy ?? null, null),
    ]
  }
}

/** The score, or the one on another version of the form, which is not compared with later ones. */
function scoreInWords(session: SessionSummary, series: { id: string } | null, t: TFunction): string | null {
  const score = scoreIn(session, series)
  if (score !== null) {
    const [after, before] = [t('client.score', { value: score }), scoreBefore(session, series)]
    return before === null ? after : t('charts.alsoBefore', { after, before })
  }
  const other = series === null ? null : scoreOnOtherVersion(session.scores, series.id)
  if (other === null) return null
  return t('client.sessions.onOtherVersion', { value: t('client.score', { value: other }) })
}

function missingInWords(reason: SessionSummary['clientMissing'], t: TFunction): string {
  if (reason === null) return t('client.sessions.notRated')
  if (reason === 'partly-answered') return t('client.course.partlyAnswered')
  return t('client.sessions.notRatedBecause', { reason: t(`client.course.missing.${reason}`) })
}

function ruptureOf({ ruptureNote }: SessionSummary, t: TFunction): string {
  if (ruptureNote === null) return ''
  const { resolution } = ruptureNote
  const words = [ruptureInWords(ruptureNote, t)]
  if (resolution !== null) words.push(t(`client.sessions.resolution.${resolution}`))
  return words.join(', ')
}
