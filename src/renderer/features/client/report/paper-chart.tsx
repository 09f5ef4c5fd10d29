import { lazy, Suspense, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinePlotView } from '#renderer/parts/charts/line-plot-types.ts'
import { TrajectoryDrawing } from '#renderer/parts/charts/trajectory-drawing.tsx'
import { trajectoryGeometry } from '#renderer/parts/charts/trajectory-geometry.ts'
import type { ReportChart } from './report.ts'
import styles from './report.module.css'

// The drawing loads a chart library; the report's words must not wait for it.
const LinePlotDrawing = lazy(async () => ({
  default: (await import('#renderer/parts/charts/line-plot-drawing.tsx')).LinePlotDrawing,
}))

/** The widest a chart gets, so that it fits on a sheet of A4 and of US Letter. */
const widest = 620
const height = 140

/** A chart without keys and readouts: an image that is described in words. */
export function PaperChart({ chart }: { chart: ReportChart }) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useNarrowWidth(frame)
  if (chart.sessions.length === 0) return null
  return (
    // The words inside are read as the image's label only. A PDF drops an image without any words, so the title is one.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div ref={frame} role="img" aria-label={chart.label} className={styles['chart']}>
      <p className={styles['chartTitle']}>{chart.title}</p>
      {chart.line === undefined ? (
        <Trajectory chart={chart} width={width} />
      ) : (
        <Questionnaire line={chart.line} width={width} />
      )}
    </div>
  )
}

function Trajectory({
  chart: { label: _label, title: _title, line: _line, clientName, betterIs = 'higher', ...chart },
  width,
}: {
  chart: ReportChart
  width: number
}) {
  const { t } = useTranslation()
  const seriesNames = useMemo(
    () => ({ client: clientName ?? t('charts.client'), therapist: t('charts.therapist') }),
    [clientName, t],
  )
  return (
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
  )
}

const noWords = (): readonly string[] => []

/** A questionnaire's scores with its cut-offs and the corridor of changes that may be chance, as on the client's page. */
function Questionnaire({ line, width }: { line: LinePlotView; width: number }) {
  const { sessions, formChanges, scaleBottom, scaleTop, betterIs, hasTherapist, scores, corridor } = line
  const geometry = useMemo(
    () =>
      trajectoryGeometry({
        width,
        plotHeight: height,
        sessionCount: sessions.length,
        scaleBottom,
        scaleTop,
        hasFlags: false,
        laneCount: 0,
      }),
    [width, sessions.length, scaleBottom, scaleTop],
  )
  return (
    <Suspense fallback={<div style={{ blockSize: geometry.height }} />}>
      <LinePlotDrawing
        geometry={geometry}
        sessions={sessions}
        formChanges={formChanges}
        scaleBottom={scaleBottom}
        scaleTop={scaleTop}
        betterIs={betterIs}
        hasTherapist={hasTherapist}
        scores={scores}
        corridor={corridor}
      />
    </Suspense>
  )
}

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
