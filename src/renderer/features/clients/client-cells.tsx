import type { ReactNode } from 'react'
import type { TFunction } from 'i18next'
import { Link } from '@tanstack/react-router'
import type { AttentionReason } from '#shared/attention/attention.ts'
import type { ClientRow } from '#shared/attention/client-rows.ts'
import { timeOfDayInWords } from '#renderer/lib/dates.ts'
import { Sparkline } from '#renderer/parts/charts/sparkline.tsx'
import { FictionalTag } from '#renderer/parts/fictional-tag.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { Tag } from '#renderer/ui/tag.tsx'
import type { ClientColumn } from './client-rows.ts'
import common from '#renderer/ui/common.module.css'
import styles from './client-table.module.css'

/** What stands in each column for a client. */
export const cells: Readonly<Record<ClientColumn, (row: ClientRow, t: TFunction) => ReactNode>> = {
  code: ({ clientId, clientCode, status, isFictional, therapyType }, t) => (
    <>
      <span className={styles['code']}>
        <Link to="/clients/$clientId" params={{ clientId }}>
          {clientCode}
        </Link>
        {status === 'active' ? null : <Tag>{t(`clients.status.${status}`)}</Tag>}
        <FictionalTag isFictional={isFictional} />
      </span>
      {therapyType === '' ? null : <OneLine>{therapyType}</OneLine>}
    </>
  ),
  attention: ({ reasons, lookedAt }, t) => {
    const [first, ...others] = reasons
    if (first === undefined) {
      const [soonest] = lookedAt.map(({ until }) => until).toSorted()
      return soonest === undefined
        ? quiet(t('clients.nothingFlagged'))
        : quiet(t('clients.lookedAtUntil', { date: new Date(soonest) }))
    }
    return (
      <>
        <Tag kind={first.kind === 'risk' ? 'risk' : first.kind === 'draft' ? 'plain' : 'rupture'}>
          {reasonInShort(first, t)}
        </Tag>
        {others.length === 0 ? null : (
          <OneLine>
            {t('clients.moreReasons', {
              reasons: others.map((reason) => reasonInShort(reason, t)).join(' · '),
            })}
          </OneLine>
        )}
      </>
    )
  },
  trend: ({ trend }, t) =>
    trend === null ? (
      quiet(t('clients.notRated'))
    ) : (
      <span className={common['oneLine']}>
        <Sparkline
          label={t('clients.column.trend')}
          values={trend.values}
          scaleBottom={trend.minimum}
          scaleTop={trend.maximum}
        />
      </span>
    ),
  outcome: ({ outcome }, t) =>
    outcome === null ? (
      quiet(t('clients.notRated'))
    ) : (
      <>
        <span>{t('clients.outcome', outcome)}</span>
        <br />
        <span className={common['note']}>{t(`clients.standing.${outcome.standing}`)}</span>
      </>
    ),
  lastHeldOn: ({ lastHeldOn }, t) => (lastHeldOn === null ? quiet(t('clients.never')) : day(lastHeldOn, t)),
  nextPlannedOn: ({ next }, t) =>
    next === null ? (
      quiet(t('clients.notPlanned'))
    ) : (
      <>
        {day(next.date, t)}
        {next.timeOfDay === null ? null : (
          <>
            <br />
            <span className={common['note']}>{timeOfDayInWords(next.timeOfDay)}</span>
          </>
        )}
      </>
    ),
  sessions: ({ sessionCount }) => sessionCount,
}

/** A second line below what leads the cell; what does not fit is cut, and shown whole below the pointer. */
function OneLine({ children }: { children: string }) {
  return (
    <span className={joinClasses(common['note'], styles['secondLine'])} title={children}>
      {children}
    </span>
  )
}

function quiet(words: string): ReactNode {
  return <span className={joinClasses(common['muted'], common['oneLine'])}>{words}</span>
}

function day(date: string, t: TFunction): ReactNode {
  return <span className={common['oneLine']}>{t('clients.day', { date: new Date(date) })}</span>
}

/** A reason in a word or two. */
function reasonInShort(reason: AttentionReason, t: TFunction): string {
  return reason.kind === 'fall'
    ? t(`attention.short.fall.${reason.state}`)
    : t(`attention.short.${reason.kind}`)
}
