import { useMemo, useState } from 'react'
import type { TFunction } from 'i18next'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ClientOverview, SessionSummary } from '#shared/overview/client-overview.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Card } from '#renderer/ui/card.tsx'
import { Table, type TableColumn } from '#renderer/ui/table.tsx'
import { pastOf, scoreIn } from './past-sessions.ts'
import { ruptureInWords } from './rupture-words.ts'
import common from '#renderer/ui/common.module.css'
import styles from './client.module.css'

const latest = 20

/** Lists the sessions, newest first: the latest twenty, or all on request. */
export function SessionsCard({ overview }: { overview: ClientOverview }) {
  const { t } = useTranslation()
  const [isAllShown, setIsAllShown] = useState(false)
  const { sessions } = overview
  const newestFirst = useMemo(() => sessions.toReversed(), [sessions])
  const shown = isAllShown ? newestFirst : newestFirst.slice(0, latest)
  const count = sessions.length
  const columns = useMemo(() => sessionColumns(overview, t), [overview, t])
  return (
    <Card title={t('client.sessions.title')}>
      <Table
        caption={
          shown.length < count
            ? t('client.sessions.latest', { shown: shown.length, count })
            : t('client.sessions.all', { count })
        }
        columns={columns}
        rows={shown}
        rowId={({ id }) => id}
      />
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

function sessionColumns(overview: ClientOverview, t: TFunction): TableColumn<SessionSummary>[] {
  const { lead } = pastOf(overview)
  const empathy = overview.series.find(
    ({ rater, construct, frame }) =>
      rater === 'client' && construct === 'empathy.received' && frame === 'this-session',
  )
  return [
    {
      id: 'number',
      header: t('client.sessions.session'),
      isRowHeader: true,
      cell: ({ id, number }) => (
        <Link
          to="/clients/$clientId/sessions/$sessionId"
          params={{ clientId: overview.client.id, sessionId: id }}
          aria-label={t('client.sessions.link', { number })}
        >
          {number}
        </Link>
      ),
    },
    {
      id: 'date',
      header: t('client.sessions.date'),
      cell: ({ date }) => (
        <span className={common['oneLine']}>{t('client.day', { date: new Date(date) })}</span>
      ),
    },
    {
      id: 'status',
      header: t('client.sessions.status'),
      cell: ({ status }) => t(`client.sessions.statuses.${status}`),
    },
    {
      id: 'clientAlliance',
      header: t('client.sessions.clientAlliance'),
      cell: (session) => score(session, lead.client, session.clientMissing, t),
    },
    {
      id: 'therapistAlliance',
      header: t('client.sessions.therapistAlliance'),
      cell: (session) => score(session, lead.therapist, null, t),
    },
    {
      id: 'feltEmpathy',
      header: t('client.sessions.feltEmpathy'),
      cell: (session) => score(session, empathy ?? null, null, t),
    },
    { id: 'rupture', header: t('client.sessions.rupture'), cell: (session) => ruptureOf(session, t) },
    {
      id: 'events',
      header: t('client.sessions.events'),
      cell: ({ events }) => [...new Set(events)].map((kind) => t(`client.sessions.event.${kind}`)).join(', '),
    },
  ]
}

function score(
  session: SessionSummary,
  series: { id: string } | null,
  reason: SessionSummary['clientMissing'],
  t: TFunction,
) {
  const value = scoreIn(session, series)
  if (value !== null) return t('client.score', { value })
  return <span className={common['muted']}>{missingInWords(session.status, reason, t)}</span>
}

function missingInWords(
  status: SessionSummary['status'],
  reason: SessionSummary['clientMissing'],
  t: TFunction,
): string {
  if (status === 'planned' || status === 'begun') return t('client.sessions.notDue')
  if (status !== 'held') return t('client.sessions.noSession')
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
