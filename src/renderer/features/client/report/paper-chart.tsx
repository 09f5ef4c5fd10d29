import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { TrajectoryDrawing } from '#renderer/parts/charts/trajectory-drawing.tsx'
import type { ReportChart } from './report.ts'
import styles from './report.module.css'

/** The widest a chart gets, so that it fits on a sheet of A4 and of US Letter. */
const widest = 620
const height = 140

/** A chart without keys and readouts: an image that is described in words. */
export function PaperChart({
  chart: { label, title, clientName, betterIs = 'higher', ...chart },
}: {
  chart: ReportChart
}) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const width = useNarrowWidth(frame)
  const seriesNames = useMemo(
    () => ({ client: clientName ?? t('charts.client'), therapist: t('charts.therapist') }),
    [clientName, t],
  )
  if (chart.sessions.length === 0) return null
  return (
    // The words inside are read as the image's label only. A PDF drops an image without any words, so the title is one.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div ref={frame} role="img" aria-label={label} className={styles['chart']}>
      <p className={styles['chartTitle']}>{title}</p>
      <TrajectoryDrawing
        {...chart}
        scaleBottom={chart.scaleBottom ?? 0}
        betterIs={betterIs}
        width={width}
        height={height}
        seriesNames={seriesNames}
        shown={null}
        isHere={false}
        moreWords={noWords}
      />
    </div>
  )
}

const noWords = (): readonly string[] => []

/** The width of an element in px, kept up to date, but never more than fits on paper. */
function useNarrowWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(widest)
  useLayoutEffect(() => {
    const target = element.current
    if (target === null || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => {
      const found = Math.floor(target.clientWidth)
      if (found > 0) setWidth(Math.min(widest, found))
    })
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return width
}
