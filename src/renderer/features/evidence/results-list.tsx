import { useContext, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { CollectionRendererContext, Virtualizer } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { opensFirstLink } from '#renderer/ui/row-menu.tsx'
import { ArticleRow } from './article-row.tsx'
import type { EvidenceSearch } from './evidence-filters.ts'
import { forgetPlace, rememberedPlace, rememberPlace, type ResultPlace } from './remembered-place.ts'
import { ResultRows, ResultsLayout } from './result-rows.ts'
import { useResultAt } from './use-results.ts'
import styles from './evidence.module.css'

/** Heights of a row in px until it is drawn once. */
const plainRows = { estimatedRowHeight: 128 }
const rowsWithMatches = { estimatedRowHeight: 220 }

/** Space above a row that the list scrolls to, so that it does not stick to the edge. */
const roomAbove = 96

/** The commands that the search above can give the list. */
export interface ResultsListHandle {
  /** Focuses the first result. */
  readonly enter: () => void
}

interface ResultsListProps {
  search: EvidenceSearch
  total: number
  ref: Ref<ResultsListHandle>
}

/**
 * The results of a search, any number of them: React Aria's Virtualizer draws the visible ones. Up and Down move from
 * title to title, Page Up and Page Down by a screen, Home and End to the ends. It opens at the study that was last opened
 * from it.
 */
export function ResultsList(props: ResultsListProps) {
  const [layout] = useState(() => new ResultsLayout())
  return (
    <Virtualizer
      layout={layout}
      layoutOptions={props.search.query === '' ? plainRows : rowsWithMatches}
      shouldObserveItemSize
    >
      <Results {...props} layout={layout} />
    </Virtualizer>
  )
}

/** The list within the Virtualizer. Its links take part in the Tab order, so it is a list and no grid. */
function Results({ search, total, ref, layout }: ResultsListProps & { layout: ResultsLayout }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { CollectionRoot } = useContext(CollectionRendererContext)
  const list = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<number | null>(null)
  const [wanted, setWanted] = useState(() => placeIn(rememberedPlace(queryClient), search, total))
  const rows = useMemo(
    () =>
      new ResultRows(total, (index) => <ResultRow key={index} search={search} index={index} total={total} />),
    [search, total],
  )
  // These rows are drawn wherever the list scrolls.
  const kept = useMemo(
    () => new Set([focused, wanted].filter((index) => index !== null && index < total).map(Number)),
    [focused, wanted, total],
  )
  useImperativeHandle(ref, () => ({ enter: () => setWanted(0) }), [])
  useGoTo(wanted, list, layout, () => {
    setWanted(null)
    forgetPlace(queryClient)
  })

  function onKeyDown(event: KeyboardEvent) {
    const from = indexOfRow(event.target)
    if (from === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const to = rowAfterKey(event.key, from, total, layout)
    if (to === undefined) return
    event.preventDefault()
    setWanted(to)
  }

  return (
    // The arrow keys only move between links that Tab also reaches.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={list}
      className={styles['list']}
      // An `ol` may not hold the elements that the Virtualizer puts around the rows.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="list"
      aria-label={t('evidence.results')}
      onKeyDown={onKeyDown}
      onFocus={(event) => setFocused(indexOfRow(event.target))}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null)
      }}
    >
      <CollectionRoot collection={rows} persistedKeys={kept} scrollRef={list} />
    </div>
  )
}

function ResultRow({ search, index, total }: { search: EvidenceSearch; index: number; total: number }) {
  const queryClient = useQueryClient()
  return (
    <div
      className={styles['row']}
      // An `li` would have to be a child of an `ol`.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listitem"
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={total}
      {...opensFirstLink}
    >
      <ArticleRow
        result={useResultAt(search, index)}
        onOpen={(articleId) => rememberPlace(queryClient, { search, articleId, index })}
      />
    </div>
  )
}

/** Scrolls to a row and focuses its title, once both are there; then calls `onDone`. */
function useGoTo(
  wanted: number | null,
  list: { readonly current: HTMLElement | null },
  layout: ResultsLayout,
  onDone: () => void,
): void {
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  useLayoutEffect(() => {
    if (wanted === null) return
    let frame = 0
    const attempt = (): void => {
      show(wanted, list.current, layout)
      const title = list.current?.querySelector<HTMLElement>(`[data-index="${wanted}"] a`)
      if (!title) {
        // The row is still to be drawn, or its study to be loaded.
        frame = requestAnimationFrame(attempt)
        return
      }
      title.focus({ preventScroll: true })
      done.current()
    }
    attempt()
    return () => cancelAnimationFrame(frame)
  }, [wanted, list, layout])
}

/** Scrolls a row into view, no further than needed. */
function show(index: number, list: HTMLElement | null, layout: ResultsLayout): void {
  const place = layout.placeOf(index)
  if (list === null || place === null) return
  const { top } = list.getBoundingClientRect()
  const [rowTop, rowBottom] = [top + place.top, top + place.bottom]
  if (rowTop >= roomAbove && rowBottom <= window.innerHeight) return
  const by = rowTop < roomAbove ? rowTop - roomAbove : rowBottom - window.innerHeight + roomAbove / 2
  window.scrollBy({ top: by, behavior: 'instant' })
}

/** The remembered place's index, if it is one of these results. */
function placeIn(place: ResultPlace | null, search: EvidenceSearch, total: number): number | null {
  const isHere = place !== null && JSON.stringify(place.search) === JSON.stringify(search)
  return isHere && place.index < total ? place.index : null
}

function indexOfRow(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row === null ? null : Number(row.dataset['index'])
}

function rowAfterKey(key: string, from: number, total: number, layout: ResultsLayout): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(total - 1, from + 1)
    case 'ArrowUp':
      return Math.max(0, from - 1)
    case 'PageDown':
      return Math.min(total - 1, screenFrom(from, 1, layout))
    case 'PageUp':
      return Math.max(0, screenFrom(from, -1, layout))
    case 'Home':
      return 0
    case 'End':
      return total - 1
    default:
      return undefined
  }
}

/** The furthest row that is on one screen with another, at least the next one. */
function screenFrom(from: number, step: 1 | -1, layout: ResultsLayout): number {
  const start = layout.placeOf(from)
  const isOnScreen = (index: number): boolean => {
    const place = layout.placeOf(index)
    if (start === null || place === null) return false
    return Math.max(start.bottom, place.bottom) - Math.min(start.top, place.top) <= window.innerHeight
  }
  let index = from + step
  while (isOnScreen(index + step)) index += step
  return index
}
