import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import type { AttentionOnToday } from '#shared/attention/attention.ts'
import type { Today } from '#shared/overview/today.ts'
import type { Asked } from '#renderer/lib/ask.ts'
import { timeOfDayInWords } from '#renderer/lib/dates.ts'
import { useReadOnly } from '#renderer/lib/use-read-only.ts'
import type { NamedSession } from '#renderer/parts/sessions/named-session.ts'
import { PlanSessionButton } from '#renderer/parts/sessions/plan-session-button.tsx'
import { SessionMenu } from '#renderer/parts/sessions/session-menu.tsx'
import { useSessionRows, type SessionAction } from '#renderer/parts/sessions/use-session-rows.tsx'
import { ShowAll } from '#renderer/parts/show-all.tsx'
import { SupervisionPointer } from '#renderer/parts/supervision/supervision-pointer.tsx'
import { buttonClass } from '#renderer/ui/button-class.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Stack } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { AttentionCard } from './attention-card.tsx'
import { ClientLine } from './client-line.tsx'
import { DueForms } from './due-forms.tsx'
import { DiscardedDraft, useDiscardedDraft } from './discarded-draft.tsx'
import { sortOutToday, type SessionRow, type UnfinishedRow } from './sort-out-today.ts'
import common from '#renderer/ui/common.module.css'
import styles from './today.module.css'

/** How many of the planned sessions are shown before somebody asks for all. */
const fewUpcoming = 12

/** The day in its order, and the clients to look at first; beside them what is unfinished and what comes up. */
export function TodayOverview({ today, attention }: { today: Today; attention: Asked<AttentionOnToday> }) {
  const { t } = useTranslation()
  const { sessions, unfinished } = useMemo(() => sortOutToday(today), [today])
  const drafts = useDiscardedDraft()
  const rows = useSessionRows()
  return (
    <div className={styles['sides']}>
      <Stack gap={24}>
        <Card title={t('today.sessions.title')}>
          {sessions.length === 0 ? (
            <p className={common['muted']}>{t('today.sessions.none')}</p>
          ) : (
            <ul className={common['divided']}>
              {sessions.map((session) => (
                <SessionOfToday
                  key={session.sessionId}
                  session={session}
                  rowProps={rows.props({ session, action: session.action })}
                  leftOpen={leftOpenOf(session, attention.data)}
                />
              ))}
            </ul>
          )}
        </Card>
        <AttentionCard today={today.date} list={attention} />
      </Stack>
      <Stack gap={24}>
        {unfinished.length === 0 && drafts.last === null ? null : (
          <Card title={t('today.unfinished.title')}>
            <ul className={common['divided']}>
              {unfinished.map((row) => (
                <Unfinished
                  key={row.kind === 'draft' ? row.draft.sessionId : row.session.sessionId}
                  row={row}
                  rows={rows}
                  onDiscard={drafts.discard}
                  isBusy={drafts.isBusy}
                />
              ))}
            </ul>
            <DiscardedDraft {...drafts} />
          </Card>
        )}
        <Card title={t('today.upcoming.title')} actions={<PlanSessionButton clientId={null} />}>
          {today.upcoming.length === 0 ? (
            <p className={common['muted']}>{t('today.upcoming.none')}</p>
          ) : (
            <ShowAll
              items={today.upcoming}
              few={fewUpcoming}
              label={t('today.upcoming.showAll', { count: today.upcoming.length })}
              itemId={({ sessionId }) => sessionId}
              ownsLine
            >
              {(session) => (
                <TodayRow
                  client={session}
                  rowProps={rows.props({ session, action: 'log' })}
                  action={<Actions session={session} />}
                >
                  {[
                    t('today.sessionOn', { number: session.number, date: new Date(session.date) }),
                    ...timeIn(session.timeOfDay),
                  ].join(', ')}
                </TodayRow>
              )}
            </ShowAll>
          )}
        </Card>
        <SupervisionPointer />
      </Stack>
      {rows.menu}
    </div>
  )
}

type Rows = ReturnType<typeof useSessionRows>

/** The sessions from which something is open before a session that is still to come. */
function leftOpenOf({ clientId, action }: SessionRow, attention: AttentionOnToday | undefined): number[] {
  const found = attention?.clients.find((client) => client.clientId === clientId)
  if (action === 'open' || found === undefined) return []
  const numbers = found.reasons.flatMap((reason) =>
    reason.kind === 'fall' || reason.kind === 'noted' ? [reason.number] : [],
  )
  return [...new Set(numbers)].toSorted((one, other) => one - other)
}

function SessionOfToday({
  session,
  rowProps,
  leftOpen,
}: {
  session: SessionRow
  rowProps: ReturnType<Rows['props']>
  leftOpen: readonly number[]
}) {
  const { t } = useTranslation()
  const words = [
    ...timeIn(session.timeOfDay),
    t('today.session', { number: session.number }),
    t(`today.sessions.status.${session.status}`),
    ...(session.draftFrom === null
      ? []
      : [t('today.sessions.withDraft', { time: new Date(session.draftFrom) })]),
  ]
  return (
    <ClientLine
      client={session}
      rowProps={rowProps}
      action={
        <Actions session={session}>
          <SessionLink session={session} action={session.action} />
        </Actions>
      }
    >
      <p className={common['secondary']}>{words.join(', ')}</p>
      {leftOpen.length === 0 ? null : (
        <p className={common['secondary']}>
          {t('today.sessions.leftOpen', { count: leftOpen.length, sessions: leftOpen.map(String) })}
        </p>
      )}
      <DueForms sessionId={session.sessionId} />
    </ClientLine>
  )
}

/** The time of a session in words; nothing if nobody entered it. */
function timeIn(timeOfDay: string | null): string[] {
  return timeOfDay === null ? [] : [timeOfDayInWords(timeOfDay)]
}

function Unfinished({
  row,
  rows,
  onDiscard,
  isBusy,
}: {
  row: UnfinishedRow
  rows: Rows
  onDiscard: (draft: Today['drafts'][number]) => void
  isBusy: boolean
}) {
  const { t } = useTranslation()
  const isReadOnly = useReadOnly() !== null
  if (row.kind === 'draft') {
    const { draft } = row
    return (
      <TodayRow
        client={draft}
        rowProps={rows.props({ session: draft, action: 'continue', onDiscard: () => onDiscard(draft) })}
        action={
          <Stack direction="row" gap={8} justify="end">
            <SessionLink session={draft} action="continue" />
            {isReadOnly ? null : (
              <Button kind="quiet" onPress={() => onDiscard(draft)} isDisabled={isBusy}>
                {t('today.unfinished.discard')}{' '}
                <VisuallyHidden>
                  {t('today.unfinished.discardFor', { number: draft.number, code: draft.clientCode })}
                </VisuallyHidden>
              </Button>
            )}
          </Stack>
        }
      >
        {t('today.session', { number: draft.number })}
        <br />
        {t('today.unfinished.draft', { at: new Date(draft.updatedAt) })}
      </TodayRow>
    )
  }
  const { session } = row
  const action = session.status === 'begun' ? 'continue' : 'log'
  return (
    <TodayRow
      client={session}
      rowProps={rows.props({ session, action })}
      action={
        <Actions session={session}>
          <SessionLink session={session} action={action} />
        </Actions>
      }
    >
      {t('today.sessionOn', { number: session.number, date: new Date(session.date) })}
      <br />
      {t(session.status === 'begun' ? 'today.unfinished.begun' : 'today.unfinished.planned')}
    </TodayRow>
  )
}

/** What can be done with a saved session of the list: going on with it, and putting it right. */
function Actions({ session, children }: { session: NamedSession; children?: ReactNode }) {
  return (
    <div className={styles['actions']} data-screen-only="">
      {children}
      <SessionMenu session={session} />
    </div>
  )
}

/** One client's line with one paragraph. */
function TodayRow({ children, ...row }: Parameters<typeof ClientLine>[0]) {
  return (
    <ClientLine {...row}>
      <p className={common['secondary']}>{children}</p>
    </ClientLine>
  )
}

/**
 * A link to a session: to its log while there is something to log, else to the page on which it is read. Screen readers
 * hear which session; sighted users see it in the line.
 */
function SessionLink({
  session,
  action,
}: {
  session: { sessionId: string; clientId: string; number: number; clientCode: string }
  action: SessionAction
}) {
  const { t } = useTranslation()
  // Nothing can be logged then, but the session and its draft can be read.
  const offered = useReadOnly() === null ? action : 'open'
  const { sessionId, clientId, number, clientCode } = session
  const shared = {
    className: buttonClass(),
    'aria-label': t(`today.sessions.actionFor.${offered}`, { number, code: clientCode }),
    children: t(`today.sessions.action.${offered}`),
  }
  if (action === 'open')
    return <Link to="/clients/$clientId/sessions/$sessionId" params={{ clientId, sessionId }} {...shared} />
  return <Link to="/log/$sessionId" params={{ sessionId }} {...shared} />
}
