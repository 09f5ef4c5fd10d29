import { useEffect, useEffectEvent, useRef, useState, type MouseEvent, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Popover } from 'react-aria-components'
import { MenuList, type MenuCommand } from './menu-list.tsx'
import { textCommandsAt } from './text-commands.ts'
import styles from './popover.module.css'

/** What takes a press itself. */
const controls = 'a, button, input, textarea, select, summary, [role=button]'

/** Where a menu opens, in px of the window, and whether a key asked for it. */
interface Place {
  readonly x: number
  readonly y: number
  readonly isByKey: boolean
}

/** At the pointer, or below the control that has the focus. */
function placeOf({ button, clientX, clientY, target }: MouseEvent): Place {
  if (button === 2 || !(target instanceof Element)) return { x: clientX, y: clientY, isByKey: false }
  const { left, bottom } = target.getBoundingClientRect()
  return { x: Math.max(0, left), y: Math.max(0, bottom), isByKey: true }
}

/** What rows with a menu each need. */
export interface RowMenu<Row> {
  /** Opens the menu of a row. Selected words in the row keep the menu of text. */
  readonly ask: (event: MouseEvent, row: Row) => void
  /** For the row's element: a double click opens the row, and the menu opens as `ask` does. */
  readonly props: (row: Row) => {
    onContextMenu: (event: MouseEvent) => void
    onDoubleClick: (event: MouseEvent) => void
  }
  /** Stands once beside the rows. */
  readonly menu: ReactNode
}

/**
 * The menu of one of several rows, which a right click, the Menu key or Shift+F10 in the row opens. `open` opens what a
 * row is about, and `menuOf` gives its commands.
 */
export function useRowMenu<Row, Id extends string>(
  open: (row: Row) => void,
  menuOf: (row: Row) => {
    readonly label: string
    readonly items: readonly MenuCommand<Id>[]
    readonly onAction: (id: Id) => void
  },
): RowMenu<Row> {
  const [asked, setAsked] = useState<{ row: Row; place: Place } | null>(null)
  const ask = (event: MouseEvent, row: Row): void => {
    if (event.target instanceof Element && textCommandsAt(event.target).length > 0) return
    event.preventDefault()
    setAsked({ row, place: placeOf(event) })
  }
  return {
    ask,
    props: (row) => ({
      onContextMenu: (event) => ask(event, row),
      onDoubleClick: onRowOpen(() => open(row)),
    }),
    menu:
      asked === null ? null : (
        <MenuAt {...menuOf(asked.row)} place={asked.place} onClose={() => setAsked(null)} />
      ),
  }
}

function MenuAt<Id extends string>({
  label,
  place,
  items,
  onAction,
  onClose,
}: {
  label: string
  place: Place
  items: readonly MenuCommand<Id>[]
  onAction: (id: Id) => void
  onClose: () => void
}) {
  const anchor = useRef<HTMLSpanElement>(null)
  const close = useEffectEvent(onClose)
  // The row moves with the window's size, and the menu would stay where the row was.
  useEffect(() => {
    const closeNow = () => close()
    window.addEventListener('resize', closeNow)
    return () => window.removeEventListener('resize', closeNow)
  }, [])
  return (
    <>
      {/* Outside the row: a part that contains its layout would be what the place is measured from. */}
      {createPortal(
        <span ref={anchor} className={styles['place']} style={{ left: place.x, top: place.y }} />,
        document.body,
      )}
      <Popover
        aria-label={label}
        className={styles['popover'] ?? ''}
        triggerRef={anchor}
        placement="bottom start"
        offset={0}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
      >
        <MenuList
          label={label}
          isFirstFocused={place.isByKey}
          items={items}
          onAction={(id) => {
            onClose()
            onAction(id)
          }}
        />
      </Popover>
    </>
  )
}

/** Opens what a row is about on a double click, unless a control in the row was meant. */
function onRowOpen(open: (row: Element) => void): (event: MouseEvent) => void {
  return ({ target, currentTarget }) => {
    if (target instanceof Element && target.closest(controls) !== null) return
    // A double click selects a word, which nobody meant to.
    getSelection()?.removeAllRanges()
    open(currentTarget)
  }
}

/** The props of a row that is about its first link: a double click follows it. Keys and screen readers use the link. */
export const opensFirstLink = { onDoubleClick: onRowOpen((row) => row.querySelector('a')?.click()) }
