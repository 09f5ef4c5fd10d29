import {
  lazy,
  Suspense,
  useId,
  useRef,
  useState,
  type RefObject,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useOnPaper } from '#renderer/lib/use-on-paper.ts'
import { Button } from '#renderer/ui/button.tsx'
import { joinClasses } from '#renderer/ui/join-classes.ts'
import { stackClass } from '#renderer/ui/stack.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import common from '#renderer/ui/common.module.css'
import { useElementWidth } from './element-width.ts'
import { FigurePaper, usePrintAlone } from './print-alone.tsx'
import styles from './plot-figure.module.css'

// The app's font is a part of it, so it is loaded when it is first needed.
const PictureDialog = lazy(async () => ({
  default: (await import('./picture/picture-dialog.tsx')).PictureDialog,
}))

/** The properties of a figure around a drawing. */
export type PlotFigureProps = {
  title: string
  sentence: string
  headingLevel?: 2 | 3 | 4 | undefined
  /** Set if the screen names what is shown elsewhere. Screen readers and paper keep the title. */
  isTitleOnlyPrinted?: boolean | undefined
  /** Set if the same words stand above it, on the screen and on paper. Only screen readers keep the title. */
  isTitleOnlySpoken?: boolean | undefined
  /** The text instead of a drawing if there is nothing to draw; null if the sentence says it. */
  empty: string | null
  /** The number of marks for the arrow keys. */
  count: number
  /** The name of the focused drawing, with the keys it supports. */
  keys: string
  /** Whether the marks run across or down; decides which arrow keys work. */
  goes: 'across' | 'down'
  /** The index of the selected mark. */
  current: number | null
  onCurrentChange: (current: number | null) => void
  /** The mark at a position of the pointer, in px from the drawing's upper left corner. */
  markAt?: ((x: number, y: number, width: number) => number | null) | undefined
  /** Draws at a width in px. */
  draw: (width: number) => ReactNode
  /** The legend below the drawing, beside the buttons. */
  note: string | null
  table: () => ReactNode
  /** Whether the drawing always fits its width. Then it doesn't scroll, and content beside it is not cut. */
  isFitted?: boolean | undefined
}

/**
 * A figure with a sentence, a drawing with keyboard access (arrow keys, Home, End, Escape), the same data as a table on
 * request, a picture of it to copy or save, and a print of it alone, with its table if that is shown. Screen readers get
 * the readout and the table instead of the drawing.
 */
export function PlotFigure({
  title,
  sentence,
  headingLevel = 3,
  isTitleOnlyPrinted = false,
  isTitleOnlySpoken = false,
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
}: PlotFigureProps) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const width = useChartWidth(frame)
  const [isTableShown, setIsTableShown] = useState(false)
  const [isPictureShown, setIsPictureShown] = useState(false)
  const { isAlone, print } = usePrintAlone(frame)
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
    <figure
      className={joinClasses(stackClass({ gap: 12 }), isAlone && styles['alone'])}
      aria-labelledby={titleId}
    >
      {isAlone ? <FigurePaper title={title} /> : null}
      <figcaption className={stackClass({ gap: 4 })}>
        <Title id={titleId} className={isTitleOnlyPrinted ? styles['onlyPrinted'] : undefined}>
          {isTitleOnlySpoken && !isAlone ? <VisuallyHidden>{title}</VisuallyHidden> : title}
        </Title>
        <p id={sentenceId}>{sentence}</p>
      </figcaption>
      <div ref={frame} className={styles['frame']}>
        {count === 0 ? (
          empty === null ? null : (
            <p className={common['muted']}>{empty}</p>
          )
        ) : (
          // The rule knows no role for a drawing that arrow keys move through; the table has the same content.
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
      {count === 0 ? null : (
        <div className={styles['foot']}>
          <div className={styles['buttons']} data-screen-only="">
            <Button
              kind="quiet"
              isExpanded={isTableShown}
              onPress={() => setIsTableShown((isShown) => !isShown)}
            >
              {t(isTableShown ? 'charts.hideTable' : 'charts.showTable')}
            </Button>
            <Button kind="quiet" onPress={() => setIsPictureShown(true)}>
              {t('charts.picture.open')}
            </Button>
            <Button kind="quiet" onPress={() => void print().catch(() => undefined)}>
              {t('charts.print.open')}
            </Button>
          </div>
          {note === null ? null : <p className={common['note']}>{note}</p>}
        </div>
      )}
      {isTableShown ? table() : null}
      {isPictureShown ? (
        <Suspense>
          <PictureDialog
            words={{ title, sentence, note }}
            draw={(pictureWidth) => <div className={styles['drawing']}>{draw(pictureWidth)}</div>}
            onClose={() => setIsPictureShown(false)}
          />
        </Suspense>
      ) : null}
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

/** Width of a chart on paper, where a width measured on screen would run off the sheet. */
const paperWidth = 640

/** The width of a chart in px: its element's, and on paper {@link paperWidth}. */
function useChartWidth(element: RefObject<HTMLElement | null>): number {
  const onScreen = useElementWidth(element, paperWidth)
  return useOnPaper() ? paperWidth : onScreen
}
