import { useMemo, useState, type ReactNode } from 'react'
import type { TFunction } from 'i18next'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components'
import type { AttentionReason } from '#shared/attention/attention.ts'
import { timeOfDayInWords } from '#renderer/lib/dates.ts'
import { Sparkline } from '#renderer/parts/charts/sparkline.tsx'
import { FictionalTag } from '#renderer/parts/fictional-tag.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Tag } from '#renderer/ui/tag.tsx'
import {
  attentionOrder,
  clientColumns,
  sortRows,
  type ClientColumn,
  type ClientOrder,
  type ClientRow,
} from './client-rows.ts'
import common from '#renderer/ui/common.module.css'
import styles from './client-table.module.css'

const rowHeight = 45
const headHeight = 37

/** The narrowest width of each column in px, and its share of what is left. */
const widths: Readonly<Record<ClientColumn, { least: number; share: number }>> = {
  code: { least: 150, share: 3 },
  attention: { least: 170, share: 3 },
  trend: { least: 150, share: 2 },
  outcome: { least: 150, share: 2 },
  lastHeldOn: { least: 110, share: 1 },
  nextPlannedOn: { least: 120, share: 2 },
  sessions: { least: 90, share: 1 },
  status: { least: 80, share: 1 },
}

/**
 * The clients in rows, of which only the visible ones are drawn. A row opens the client by a click or Enter; each column
 * sorts the list.
 */
export function ClientTable({ rows }: { rows: readonly ClientRow[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [order, setOrder] = useState<ClientOrder>(attentionOrder)
  const sorted = useMemo(() => sortRows(rows, order), [rows, order])
  return (
    <Virtualizer
      layout={TableLayout}
      layoutOptions={{ estimatedRowHeight: rowHeight, headingHeight: headHeight }}
    >
      <Table
        aria-label={t('clients.title')}
        className={styles['table'] ?? ''}
        style={{ blockSize: `${String(headHeight + rows.length * rowHeight + 2)}px` }}
        sortDescriptor={{ ...order }}
        onSortChange={({ column, direction }) => {
          const chosen = clientColumns.find((each) => each === column)
          if (chosen) setOrder({ column: chosen, direction })
        }}
        onRowAction={(clientId) =>
          void navigate({ to: '/clients/$clientId', params: { clientId: String(clientId) } })
        }
      >
        <TableHeader>
          {clientColumns.map((column) => (
            <Column
              key={column}
              id={column}
              isRowHeader={column === 'code'}
              allowsSorting
              minWidth={widths[column].least}
              width={`${widths[column].share}fr`}
              className={styles['head'] ?? ''}
            >
              {({ sortDirection }) => (
                <span className={styles['headWords']}>
                  {t(`clients.column.${column}`)}
                  {sortDirection === undefined ? null : (
                    <Icon name={sortDirection === 'ascending' ? 'chevron-up' : 'chevron-down'} size={16} />
                  )}
                </span>
              )}
            </Column>
          ))}
        </TableHeader>
        <TableBody items={sorted.map((row) => ({ id: row.item.client.id, row }))} dependencies={[t]}>
          {({ id, row }) => (
            <Row id={id} className={styles['row'] ?? ''} textValue={row.item.client.code}>
              {clientColumns.map((column) => (
                <Cell key={column} className={styles['cell'] ?? ''}>
                  {cells[column](row, t)}
                </Cell>
              ))}
            </Row>
          )}
        </TableBody>
      </Table>
    </Virtualizer>
  )
}

const cells: Readonly<Record<ClientColumn, (row: ClientRow, t: TFunction) => ReactNode>> = {
  code: ({ item: { client } }, t) => (
    <span className={styles['code']}>
      <Link to="/clients/$clientId" params={{ clientId: client.id }}>
        {client.code}
      </Link>
      <FictionalTag isFictional={client.isFictional} />
      {client.therapyType === '' ? null : (
        <span className={common['note']} aria-label={t('clients.column.therapyType')}>
          {client.therapyType}
        </span>
      )}
    </span>
  ),
  attention: ({ attention: { reasons } }, t) => {
    const [first, ...others] = reasons
    if (first === undefined) return <span className={common['muted']}>{t('clients.nothingOpen')}</span>
    return (
      <span>
        <Tag kind={first.kind === 'risk' ? 'risk' : first.kind === 'draft' ? 'plain' : 'rupture'}>
          {reasonInShort(first, t)}
        </Tag>
        {others.length === 0 ? null : (
          <span className={common['note']}> {t('clients.moreReasons', { count: others.length })}</span>
        )}
      </span>
    )
  },
  trend: ({ attention: { trend } }, t) =>
    trend === null ? (
      <span className={common['muted']}>{t('clients.notRated')}</span>
    ) : (
      <Sparkline
        label={t('clients.column.trend')}
        values={trend.values}
        scaleBottom={trend.minimum}
        scaleTop={trend.maximum}
      />
    ),
  outcome: ({ attention: { outcome } }, t) =>
    outcome === null ? (
      <span className={common['muted']}>{t('clients.notRated')}</span>
    ) : (
      <span>
        {t('clients.outcome', outcome)}
        <br />
        <span className={common['note']}>{t(`clients.standing.${outcome.standing}`)}</span>
      </span>
    ),
  lastHeldOn: ({ item: { lastHeldOn } }, t) => dayIn(lastHeldOn, t('clients.never'), t),
  nextPlannedOn: ({ attention: { next } }, t) =>
    next === null ? (
      <span className={common['muted']}>{t('clients.notPlanned')}</span>
    ) : (
      [
        t('clients.day', { date: new Date(next.date) }),
        ...(next.timeOfDay === null ? [] : [timeOfDayInWords(next.timeOfDay)]),
      ].join(', ')
    ),
  sessions: ({ item: { sessionCount } }) => sessionCount,
  status: ({ item: { client } }, t) => t(`clients.status.${client.status}`),
}

function dayIn(date: string | null, without: string, t: TFunction): ReactNode {
  return date === null ? (
    <span className={common['muted']}>{without}</span>
  ) : (
    <span className={common['oneLine']}>{t('clients.day', { date: new Date(date) })}</span>
  )
}

/** A reason in a word or two. */
function reasonInShort(reason: AttentionReason, t: TFunction): string {
  return reason.kind === 'fall'
    ? t(`attention.short.fall.${reason.state}`)
    : t(`attention.short.${reason.kind}`)
}
