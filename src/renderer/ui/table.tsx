import { useRef, useLayoutEffect, useState, type RefObject, type ReactNode } from 'react'
import { joinClasses } from './join-classes.ts'
import { VisuallyHidden } from './visually-hidden.tsx'
import common from './common.module.css'
import styles from './table.module.css'

/** One column: its heading, and its content for a row. Numbers align at the end so that digits line up. */
export type TableColumn<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end' | undefined
  isRowHeader?: boolean | undefined
}

/** Rows under a heading of their own; without a label there is no heading. */
export type TableGroup<Row> = { id: string; label?: string | undefined; rows: readonly Row[] }

/** Tables with at least this many rows may break across sheets of paper: moved whole they would leave a gap. */
const fewestToBreak = 8

/**
 * A plain table with a caption; if it is wider than its container, the keyboard can scroll it too. Takes `rows`, or
 * `groups` of rows.
 */
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
      // Users without a scroll wheel must be able to focus it.
      {...(isScrollable ? { tabIndex: 0, role: 'group', 'aria-label': caption } : {})}
    >
      <table className={joinClasses(styles['table'], rowCount > fewestToBreak && styles['breakable'])}>
        <caption className={isCaptionHidden ? undefined : joinClasses(common['note'], styles['caption'])}>
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

/** Whether an element is wider than its visible part, kept up to date. */
function useOverflow(element: RefObject<HTMLElement | null>): boolean {
  const [isOverflowing, setIsOverflowing] = useState(false)
  useLayoutEffect(() => {
    const target = element.current
    if (target === null || typeof ResizeObserver === 'undefined') return
    // Ignores half a pixel of rounding.
    const observer = new ResizeObserver(() => setIsOverflowing(target.scrollWidth > target.clientWidth + 1))
    observer.observe(target)
    for (const child of target.children) observer.observe(child)
    return () => observer.disconnect()
  }, [element])
  return isOverflowing
}
