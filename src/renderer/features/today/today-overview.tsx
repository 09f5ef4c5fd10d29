import { useMemo, type ReactNode } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import type { Today } from '#shared/overview/today.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import { FictionalTag } from '#renderer/parts/fictional-tag.tsx'
import { SupervisionPointer } from '#renderer/parts/prompts/supervision-pointer.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Card } from '#renderer/ui/card.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Stack, stackClass } from '#renderer/ui/stack.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import { sortOutToday, type SessionRow, type UnfinishedRow } from './sort-out-today.ts'
import common from '#renderer/ui/common.module.css'
import styles from './today.module.css'

/** The day on one screen: tasks on one side, matters to remember on the other. */
export function TodayOverview({ today }: { today: Today }) {
  const { t } = useTranslation()
  const { sessions, unfinished } = useMemo(() => sortOutToday(today), [today])
  return (
    <div className={styles['sides']}>
      <Stack gap={24}>
        <Card title={t('today.sessions.title')}>
          {sessions.length === 0 ? (
            <p className={common['muted']}>{t('today.sessions.none')}</p>
          ) : (
            <ul className={common['divided']}>
              {sessions.map((session) => (
                <SessionOfToday key={session.sessionId} session={session} />
              ))}
            </ul>
          )}
        </Card>
        {unfinished.length === 0 ? null : (
          <Card title={t('today.unfinished.title')}>
            <ul className={common['divided']}>
              {unfinished.map((row) => (
                <Unfinished
                  key={row.kind === 'draft' ? row.draft.sessionId : row.session.sessionId}
                  row={row}
                />
              ))}
            </ul>
          </Card>
        )}
      </Stack>
      <Stack gap={24}>
        <OpenEpisodes episodes={today.episodes} notes={today.notes} />
        <SupervisionPointer />
        <Card title={t('today.upcoming.title')}>
          {today.upcoming.length === 0 ? (
            <p className={common['muted']}>{t('today.upcoming.none')}</p>
          ) : (
            <ul className={common['divided']}>
              {today.upcoming.map((session) => (
                <TodayRow key={session.sessionId} client={session}>
                  {[
                    t('today.sessionOn', { number: session.number, date: new Date(session.date) }),
                    ...timeIn(session.timeOfDay, t),
                  ].join(', ')}
                </TodayRow>
              ))}
            </ul>
          )}
        </Card>
      </Stack>
    </div>
  )
}

function SessionOfToday({ session }: { session: SessionRow }) {
  const { t } = useTranslation()
  const words = [
    ...timeIn(session.timeOfDay, t),
    t('today.session', { number: session.number }),
    t(`today.sessions.status.${session.status}`),
    ...(session.draftFrom === null
      ? []
      : [t('today.sessions.withDraft', { time: new Date(session.draftFrom) })]),
  ]
  return (
    <TodayRow client={session} action={<SessionLink session={session} action={session.action} />}>
      {words.join(', ')}
    </TodayRow>
  )
}

/** The time of a session in words, as the computer's locale writes it; nothing if nobody entered it. */
function timeIn(timeOfDay: string | null, t: TFunction): string[] {
  return timeOfDay === null ? [] : [t('today.sessions.at', { time: new Date(`1970-01-01T${timeOfDay}Z`) })]
}

function Unfinished({ row }: { row: UnfinishedRow }) {
  const { t } = useTranslation()
  if (row.kind === 'draft') {
    const { draft } = row
    return (
      <TodayRow client={draft} action={<SessionLink session={draft} action="continue" />}>
        {t('today.session', { number: draft.number })}
        <br />
        {t('today.unfinished.draft', { at: new Date(draft.updatedAt) })}
      </TodayRow>
    )
  }
  const { session } = row
  return (
    <TodayRow
      client={session}
      action={<SessionLink session={session} action={session.status === 'begun' ? 'continue' : 'log'} />}
    >
      {t('today.sessionOn', { number: session.number, date: new Date(session.date) })}
      <br />
      {t(session.status === 'begun' ? 'today.unfinished.begun' : 'today.unfinished.planned')}
    </TodayRow>
  )
}

/** Lists unrepaired falls with their numbers, and noted ruptures. */
function OpenEpisodes({ episodes, notes }: Pick<Today, 'episodes' | 'notes'>) {
  const { t } = useTranslation()
  return (
    <Card title={t('today.open.title')}>
      {episodes.length + notes.length === 0 ? (
        <p className={common['muted']}>{t('today.open.none')}</p>
      ) : (
        <>
          <p className={common['muted']}>{t('today.open.explanation')}</p>
          <ul className={common['divided']}>
            {episodes.map((episode) => (
              <TodayRow
                key={episode.clientId}
                client={episode}
                tags={<Tag kind="rupture">{t(`today.open.state.${episode.state}`)}</Tag>}
              >
                {t('today.open.fell', {
                  score: t('today.score', { score: episode.troughScore }),
                  number: episode.troughNumber,
                  usual: t('today.score', { score: episode.reference }),
                  count: episode.ratings,
                })}
              </TodayRow>
            ))}
            {notes.map((note) => (
              <TodayRow
                key={`${note.clientId} noted`}
                client={note}
                tags={
                  note.resolution === null ? null : (
                    <Tag kind={note.resolution === 'partly' ? 'repair' : 'rupture'}>
                      {t(`today.open.resolution.${note.resolution}`)}
                    </Tag>
                  )
                }
              >
                {t(`today.open.noted.${kindOf(note)}`, { number: note.number })}
                {note.resolution === null ? ` ${t('today.open.notSaid')}` : null}
              </TodayRow>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function kindOf({ isWithdrawal, isConfrontation }: Today['notes'][number]) {
  if (isWithdrawal && isConfrontation) return 'both'
  if (isWithdrawal) return 'withdrawal'
  return isConfrontation ? 'confrontation' : 'rupture'
}

/** One client's line: the code, which links to the client's page, then text and actions. */
function TodayRow({
  client,
  tags,
  action,
  children,
}: {
  client: { clientId: string; clientCode: string; isFictional: boolean }
  tags?: ReactNode
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        <p
          className={joinClasses(
            styles['who'],
            stackClass({ direction: 'row', gap: 8, lineGap: 4, align: 'centre' }),
          )}
        >
          <Link to="/clients/$clientId" params={{ clientId: client.clientId }}>
            {client.clientCode}
          </Link>
          {tags}
          <FictionalTag isFictional={client.isFictional} />
        </p>
        <p className={common['secondary']}>{children}</p>
      </div>
      {action}
    </li>
  )
}

/** A link to a session's log. Screen readers hear which session; sighted users see it in the line. */
function SessionLink({
  session,
  action,
}: {
  session: { sessionId: string; number: number; clientCode: string }
  action: 'log' | 'continue' | 'open'
}) {
  const { t } = useTranslation()
  // Nothing can be logged then, but the session and its draft can be read.
  const offered = useReadOnly() === null ? action : 'open'
  return (
    <Link
      to="/log/$sessionId"
      params={{ sessionId: session.sessionId }}
      className={buttonClass()}
      aria-label={t(`today.sessions.actionFor.${offered}`, {
        number: session.number,
        code: session.clientCode,
      })}
    >
      {t(`today.sessions.action.${offered}`)}
    </Link>
  )
}
