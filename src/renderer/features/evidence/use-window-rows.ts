import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { rowAt, rowOffsets, rowsBetween, type RowRange } from './window-rows.ts'

const more = 4
/** Space above a row that the list scrolls to, so that it does not stick to the edge. */
const roomAbove = 96

/** The part of a long list to draw, in a page that scrolls as a whole. */
export interface WindowRows {
  readonly range: RowRange
  /** The top of a row, in px from the top of the list. */
  readonly topOf: (index: number) => number
  /** The height of all rows before and after the drawn ones, in px. */
  readonly before: number
  readonly after: number
  /** The heights of the rows drawn so far, in px. */
  readonly heights: ReadonlyMap<number, number>
  /** Set as the ref of each drawn row to measure its height; rows carry their index in `data-index`. */
  readonly measure: (row: HTMLElement | null) => (() => void) | undefined
  /** Scrolls a row into view, no further than needed. */
  readonly show: (index: number) => void
  /** The number of rows that fit on the screen, for paging. */
  readonly perScreen: () => number
}

/**
 * Draws only the visible part of a list of any length. Estimates a row's height until it is drawn once. Drawn rows stay
 * in the flow, so that the browser keeps the visible text in place when an estimate was wrong.
 */
export function useWindowRows(
  frameRef: RefObject<HTMLElement | null>,
  {
    count,
    estimate,
    identity,
    begunWith,
  }: {
    count: number
    estimate: number
    /** Identifies the list; when it changes, all known heights are dropped. */
    identity: unknown
    /** Heights measured before. */
    begunWith?: ReadonlyMap<number, number> | undefined
  },
): WindowRows {
  const [measured, setMeasured] = useState<{ identity: unknown; heights: ReadonlyMap<number, number> }>({
    identity,
    heights: begunWith ?? noHeights,
  })
  const heights = measured.identity === identity ? measured.heights : noHeights
  const offsets = useMemo(() => rowOffsets(count, heights, estimate), [count, heights, estimate])
  const [range, setRange] = useState<RowRange>(() => rowsBetween(offsets, 0, window.innerHeight, more))

  const look = useCallback(() => {
    const element = frameRef.current
    if (element === null) return
    const { top } = element.getBoundingClientRect()
    const next = rowsBetween(offsets, -top, window.innerHeight - top, more)
    setRange((known) => (known.first === next.first && known.last === next.last ? known : next))
  }, [frameRef, offsets])

  useLayoutEffect(look, [look])
  useEffect(() => {
    window.addEventListener('scroll', look, { passive: true })
    window.addEventListener('resize', look)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('resize', look)
    }
  }, [look])

  const latest = useRef({ identity, offsets })
  useLayoutEffect(() => {
    latest.current = { identity, offsets }
  }, [identity, offsets])

  const observer = useRef<ResizeObserver | null>(null)
  const observe = useCallback((): ResizeObserver | null => {
    if (typeof ResizeObserver === 'undefined') return null
    observer.current ??= new ResizeObserver((entries) => {
      const { identity: current } = latest.current
      setMeasured((known) => {
        const before = known.identity === current ? known.heights : noHeights
        const after = new Map(before)
        for (const { target } of entries) {
          // All rows are HTML elements, because the observer gets only those.
          const index = Number((target as HTMLElement).dataset['index'])
          const height = target.getBoundingClientRect().height
          if (height > 0) after.set(index, height)
        }
        const isSame =
          after.size === before.size && [...after].every(([index, height]) => before.get(index) === height)
        return isSame && known.identity === current ? known : { identity: current, heights: after }
      })
    })
    return observer.current
  }, [])
  useEffect(
    () => () => {
      observer.current?.disconnect()
      observer.current = null
    },
    [],
  )

  const measure = useCallback(
    (row: HTMLElement | null) => {
      if (row === null) return undefined
      observe()?.observe(row)
      return () => observer.current?.unobserve(row)
    },
    [observe],
  )

  const show = useCallback(
    (index: number) => {
      const element = frameRef.current
      if (element === null) return
      const { top } = element.getBoundingClientRect()
      const rowTop = top + (offsets[index] ?? 0)
      const rowBottom = top + (offsets[index + 1] ?? 0)
      if (rowTop >= roomAbove && rowBottom <= window.innerHeight) return
      const wanted = rowTop < roomAbove ? rowTop - roomAbove : rowBottom - window.innerHeight + roomAbove / 2
      window.scrollBy({ top: wanted, behavior: 'instant' })
      look()
    },
    [frameRef, look, offsets],
  )

  const drawn = {
    first: Math.min(range.first, Math.max(0, count - 1)),
    last: Math.min(range.last, count - 1),
  }
  return {
    range: drawn,
    topOf: (index) => offsets[index] ?? 0,
    heights,
    before: offsets[drawn.first] ?? 0,
    after: (offsets[count] ?? 0) - (offsets[drawn.last + 1] ?? 0),
    measure,
    show,
    perScreen: () => {
      const top = frameRef.current?.getBoundingClientRect().top ?? 0
      return Math.max(1, rowAt(offsets, window.innerHeight - top) - rowAt(offsets, -top) - 1)
    },
  }
}

const noHeights: ReadonlyMap<number, number> = new Map()
