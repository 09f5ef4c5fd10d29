import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Cell, Column, Row, Table, TableBody, TableHeader, Virtualizer } from 'react-aria-components'
import type { ClientRow } from '#shared/attention/client-rows.ts'
import { useAfterFirstFrame } from '#renderer/lib/use-after-first-frame.ts'
import { useOnPaper } from '#renderer/lib/use-on-paper.ts'
import { useClientRows } from '#renderer/parts/clients/use-client-rows.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { showFocusedRow } from '#renderer/ui/show-focused-row.ts'
import { Table as PlainTable } from '#renderer/ui/table.tsx'
import { cells } from './client-cells.tsx'
import {
  attentionOrder,
  clientColumns,
  sortRows,
  type ClientColumn,
  type ClientOrder,
} from './client-rows.ts'
import { ClientTableLayout } from './client-table-layout.ts'
import styles from './client-table.module.css'

const estimatedRowHeight = 57
const headHeight = 37
/** More rows than the window shows. The rest follows after the first frame. */
const firstRows = (): number => Math.ceil(window.innerHeight / estimatedRowHeight)

/** The narrowest width of each column in px, and its share of what is left. */
const widths: Readonly<Record<ClientColumn, { least: number; share: number }>> = {
  code: { least: 190, share: 3 },
  attention: { least: 180, share: 3 },
  trend: { least: 150, share: 2 },
  outcome: { least: 130, share: 2 },
  lastHeldOn: { least: 118, share: 1 },
  nextPlannedOn: { least: 118, share: 1 },
  sessions: { least: 60, share: 1 },
}

/**
 * The clients in rows, of which only the visible ones are drawn. A row opens the client by a click or Enter, and has a
 * menu; each column sorts the list. On paper all rows are there.
 */
export function ClientTable({ rows }: { rows: readonly ClientRow[] }) {
  const { t } = useTranslation()
  const clientRows = useClientRows()
  const [order, setOrder] = useState<ClientOrder>(attentionOrder)
  const isOnPaper = useOnPaper()
  const sorted = useMemo(() => sortRows(rows, order), [rows, order])
  // The table visits every row once, drawn or not.
  const isAfterFirstFrame = useAfterFirstFrame()
  const offered = useDeferredValue(
    useMemo(() => (isAfterFirstFrame ? sorted : sorted.slice(0, firstRows())), [sorted, isAfterFirstFrame]),
  )
  if (isOnPaper)
    return (
      <PlainTable
        caption={t('clients.title')}
        isCaptionHidden
        columns={clientColumns.map((column) => ({
          id: column,
          header: t(`clients.column.${column}`),
          isRowHeader: column === 'code',
          cell: (row: ClientRow) => cells[column](row, t),
        }))}
        rows={sorted}
        rowId={({ clientId }) => clientId}
      />
    )
  return (
    <div onFocus={showFocusedRow}>
      <Virtualizer
        layout={ClientTableLayout}
        layoutOptions={{ estimatedRowHeight, headingHeight: headHeight }}
      >
        <Table
          aria-label={t('clients.title')}
          className={styles['table'] ?? ''}
          // Rows that wrap are higher than estimated.
          style={{
            minBlockSize: `min(${String(headHeight + rows.length * estimatedRowHeight)}px, var(--most))`,
          }}
          sortDescriptor={{ ...order }}
          onSortChange={({ column, direction }) => {
            const chosen = clientColumns.find((each) => each === column)
            if (chosen) setOrder({ column: chosen, direction })
          }}
          onRowAction={(clientId) => {
            const row = rows.find((each) => each.clientId === clientId)
            if (row) clientRows.open(row)
          }}
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
                className={joinClasses(styles['head'], column === 'code' && styles['stays'])}
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
          <TableBody items={offered.map((row) => ({ id: row.clientId, row }))}>
            {({ id, row }) => (
              <Row
                id={id}
                className={styles['row'] ?? ''}
                textValue={row.clientCode}
                onContextMenu={(event) => clientRows.ask(event, row)}
              >
                {clientColumns.map((column) => (
                  <Cell
                    key={column}
                    className={joinClasses(styles['cell'], column === 'code' && styles['stays'])}
                  >
                    <CellContent column={column} row={row} />
                  </Cell>
                ))}
              </Row>
            )}
          </TableBody>
        </Table>
      </Virtualizer>
      {clientRows.menu}
    </div>
  )
}

/** Makes its words only once the row is drawn. */
function CellContent({ column, row }: { column: ClientColumn; row: ClientRow }) {
  const { t } = useTranslation()
  return cells[column](row, t)
}
