import { useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useImperativeHandle } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ArticleRow } from './article-row.tsx'
import type { EvidenceSearch } from './evidence-filters.ts'
import { forgetPlace, rememberedPlace, rememberPlace, type ResultPlace } from './remembered-place.ts'
import { useResultsAt } from './use-results.ts'
import { useWindowRows } from './use-window-rows.ts'
import styles from './evidence.module.css'

const estimatedRow = { plain: 128, withMatches: 220 }

/** The commands that the search above can give the list. */
export interface ResultsListHandle {
  /** Focuses the first result. */
  readonly enter: () => void
}

/**
 * The results of a search, any number of them: only the visible ones are drawn. Up and Down move from title to title,
 * Page Up and Page Down by a screen, Home and End to the ends. It opens at the study that was last opened from it.
 */
export function ResultsList({
  search,
  total,
  ref,
}: {
  search: EvidenceSearch
  total: number
  ref: Ref<ResultsListHandle>
}) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const frame = useRef<HTMLDivElement>(null)
  const [begunWith] = useState(() => placeIn(rememberedPlace(queryClient), search, total))
  const rows = useWindowRows(frame, {
    count: total,
    estimate: search.query === '' ? estimatedRow.plain : estimatedRow.withMatches,
    identity: search,
    begunWith: begunWith?.heights,
  })
  const [focused, setFocused] = useState<number | null>(null)
  const [wanted, setWanted] = useState<number | null>(begunWith?.index ?? null)

  const { first, last } = rows.range
  const visible = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  // The focused row stays drawn wherever the list scrolls, in the same list of rows, so that its element is kept.
  const isFocusedOutside = focused !== null && focused < total && (focused < first || focused > last)
  const drawn = isFocusedOutside ? [...visible, focused].toSorted((one, other) => one - other) : visible
  const resultAt = useResultsAt(search, drawn)

  useImperativeHandle(ref, () => ({ enter: () => setWanted(0) }), [])

  // The target row may first have to be loaded and drawn.
  useLayoutEffect(() => {
    if (wanted === null) return
    rows.show(wanted)
    const title = frame.current?.querySelector<HTMLElement>(`[data-index="${wanted}"] a`)
    if (!title) return
    title.focus({ preventScroll: true })
    setWanted(null)
    forgetPlace(queryClient)
  }, [wanted, rows, resultAt, queryClient])

  function onKeyDown(event: KeyboardEvent) {
    const from = indexOfRow(event.target)
    if (from === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const to = rowAfterKey(event.key, from, { total, perScreen: rows.perScreen() })
    if (to === undefined) return
    event.preventDefault()
    setWanted(to)
  }

  return (
    <div ref={frame} className={styles['list']}>
      <div style={{ blockSize: rows.before }} />
      {/* The arrow keys only move between links that Tab also reaches. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol
        aria-label={t('evidence.results')}
        onKeyDown={onKeyDown}
        onFocus={(event) => setFocused(indexOfRow(event.target))}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null)
        }}
      >
        {drawn.map((index) => row(index, isFocusedOutside && index === focused))}
      </ol>
      <div style={{ blockSize: rows.after }} />
    </div>
  )

  function row(index: number, isOutside: boolean) {
    return (
      <li
        key={index}
        ref={rows.measure}
        data-index={index}
        className={isOutside ? styles['outside'] : styles['row']}
        style={isOutside ? { insetBlockStart: rows.topOf(index) } : undefined}
        aria-posinset={index + 1}
        aria-setsize={total}
      >
        <ArticleRow
          result={resultAt(index)}
          onOpen={(articleId) =>
            rememberPlace(queryClient, { search, articleId, index, heights: rows.heights })
          }
        />
      </li>
    )
  }
}

/** The remembered place, if it is one of these results. */
function placeIn(place: ResultPlace | null, search: EvidenceSearch, total: number): ResultPlace | null {
  const isHere = place !== null && JSON.stringify(place.search) === JSON.stringify(search)
  return isHere && place.index < total ? place : null
}

function indexOfRow(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row === null ? null : Number(row.dataset['index'])
}

function rowAfterKey(
  key: string,
  from: number,
  { total, perScreen }: { total: number; perScreen: number },
): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(total - 1, from + 1)
    case 'ArrowUp':
      return Math.max(0, from - 1)
    case 'PageDown':
      return Math.min(total - 1, from + perScreen)
    case 'PageUp':
      return Math.max(0, from - perScreen)
    case 'Home':
      return 0
    case 'End':
      return total - 1
    default:
      return undefined
  }
}
