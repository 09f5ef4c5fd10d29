import { useId, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { useChartWidth } from './use-chart-width.ts'
import styles from './plot-figure.module.css'

/** What a figure around a drawing needs to know. */
export type PlotFigureProps = {
  title: string
  sentence: string
  headingLevel?: 2 | 3 | 4 | undefined
  /** Said instead of a drawing where there is nothing to draw; null where the sentence says it. */
  empty: string | null
  /** How many marks the arrow keys go through. */
  count: number
  /** The name of the drawing once the keyboard is in it, with the keys it answers to. */
  keys: string
  /** Whether the marks lie one after the other or below each other; the arrow keys follow. */
  goes: 'across' | 'down'
  /** The mark that is looked at, by its place in their order. */
  current: number | null
  onCurrentChange: (current: number | null) => void
  /** The mark at a place of the drawing, in px from its upper left corner, for the pointer. */
  markAt?: ((x: number, y: number, width: number) => number | null) | undefined
  /** Draws at a width in px. */
  draw: (width: number) => ReactNode
  /** How to read the marks, below the drawing. */
  note: string | null
  table: () => ReactNode
  /** Whether the drawing never needs more than its width; then nothing scrolls, and what stands beside it is not cut. */
  isFitted?: boolean | undefined
  /** A width in px for paper; on screen the drawing takes what it is given. */
  fixedWidth?: number | undefined
}

/**
 * A figure with its sentence, a drawing that the arrow keys, Home, End and Escape go through, and the same data as a
 * table on request. The drawing itself is kept from screen readers, who get its readout and the table.
 */
export function PlotFigure({
  title,
  sentence,
  headingLevel = 3,
  empty,
  count,
  keys,
  goes,
  current,
  onCurrentChange,
  markAt,
  draw,
  note,
  table,
  isFitted = false,
  fixedWidth,
}: PlotFigureProps) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const measuredWidth = useChartWidth(frame)
  const width = fixedWidth ?? measuredWidth
  const [isTableShown, setIsTableShown] = useState(false)
  const titleId = useId()
  const sentenceId = useId()
  const Title = `h${headingLevel}` as const

  function onKeyDown(event: KeyboardEvent) {
    const target = markAfterKey(event.key, { goes, current, count })
    if (target !== undefined) {
      event.preventDefault()
      onCurrentChange(target)
    } else if (event.key === 'Escape' && current !== null) {
      event.stopPropagation()
      onCurrentChange(null)
    }
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (markAt === undefined) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const x = event.clientX - left + event.currentTarget.scrollLeft
    onCurrentChange(markAt(x, event.clientY - top, width))
  }

  return (
    <figure className={styles['figure']} aria-labelledby={titleId}>
      <figcaption className={styles['caption']}>
        <Title id={titleId}>{title}</Title>
        <p id={sentenceId}>{sentence}</p>
      </figcaption>
      <div ref={frame} className={styles['frame']}>
        {count === 0 ? (
          empty === null ? null : (
            <p className={styles['quiet']}>{empty}</p>
          )
        ) : (
          // The rule knows no role for a drawing that is walked through with the arrow keys; the table says the same.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <div
            className={joinClasses(styles['drawing'], isFitted && styles['fitted'])}
            role="application"
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            aria-label={keys}
            aria-describedby={sentenceId}
            onKeyDown={onKeyDown}
            onPointerMove={onPointerMove}
            onPointerLeave={() => onCurrentChange(null)}
            onBlur={() => onCurrentChange(null)}
          >
            {draw(width)}
          </div>
        )}
      </div>
      {count === 0 || note === null ? null : <p className={styles['note']}>{note}</p>}
      {count === 0 ? null : (
        <div className={styles['tableToggle']} data-screen-only="">
          <Button
            kind="quiet"
            isExpanded={isTableShown}
            onPress={() => setIsTableShown((isShown) => !isShown)}
          >
            {t(isTableShown ? 'charts.hideTable' : 'charts.showTable')}
          </Button>
        </div>
      )}
      {isTableShown ? table() : null}
    </figure>
  )
}

function markAfterKey(
  key: string,
  { goes, current, count }: { goes: 'across' | 'down'; current: number | null; count: number },
): number | undefined {
  switch (key) {
    case goes === 'across' ? 'ArrowRight' : 'ArrowDown':
      return Math.min(count - 1, (current ?? -1) + 1)
    case goes === 'across' ? 'ArrowLeft' : 'ArrowUp':
      return Math.max(0, (current ?? count) - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
