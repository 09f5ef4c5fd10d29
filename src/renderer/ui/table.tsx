import { useRef } from 'react'
import type { ReactNode } from 'react'
import { joinClasses } from './join-classes.ts'
import { useOverflow } from './use-overflow.ts'
import { VisuallyHidden } from './visually-hidden.tsx'
import styles from './table.module.css'

/** One column: its heading, and what stands in it for a row. Numbers stand at the end so that digits align. */
export type TableColumn<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end' | undefined
  isRowHeader?: boolean | undefined
}

/** Rows that belong together under a heading of their own; without a label they stand alone. */
export type TableGroup<Row> = { id: string; label?: string | undefined; rows: readonly Row[] }

/** Rows from which on a table may go over to the next sheet of paper: pushed there whole it would leave a hole. */
const fewestToBreak = 8

/** A plain table with a caption, to be scrolled by keyboard too where it is wider than its place. Give `rows`, or `groups` where the rows fall into parts. */
export function Table<Row>({
  caption,
  isCaptionHidden = false,
  columns,
  rows,
  groups,
  rowId,
}: {
  caption: string
  isCaptionHidden?: boolean
  columns: readonly TableColumn<Row>[]
  rows?: readonly Row[] | undefined
  groups?: readonly TableGroup<Row>[] | undefined
  rowId: (row: Row) => string
}) {
  const frame = useRef<HTMLDivElement>(null)
  const isScrollable = useOverflow(frame)
  const bodies = groups ?? [{ id: 'all', rows: rows ?? [] }]
  const rowCount = bodies.reduce((count, body) => count + body.rows.length, 0)
  return (
    <div
      ref={frame}
      className={styles['scroll']}
      // Whoever has no wheel to scroll with needs to get into it.
      {...(isScrollable ? { tabIndex: 0, role: 'region', 'aria-label': caption } : {})}
    >
      <table className={joinClasses(styles['table'], rowCount > fewestToBreak && styles['breakable'])}>
        <caption className={isCaptionHidden ? undefined : styles['caption']}>
          {isCaptionHidden ? <VisuallyHidden>{caption}</VisuallyHidden> : caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={alignment(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        {bodies.map((body) => (
          <tbody key={body.id}>
            {body.label === undefined ? null : (
              <tr>
                <th scope="rowgroup" colSpan={columns.length} className={styles['group']}>
                  {body.label}
                </th>
              </tr>
            )}
            {body.rows.map((row) => (
              <tr key={rowId(row)}>
                {columns.map((column) =>
                  column.isRowHeader === true ? (
                    <th key={column.id} scope="row" className={alignment(column)}>
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.id} className={alignment(column)}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function alignment<Row>(column: TableColumn<Row>): string {
  return joinClasses(styles['cell'], column.align === 'end' && styles['end'])
}
