import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useElementWidth } from '#renderer/parts/charts/element-width.ts'
import { LinePicture, useLineGeometry } from '#renderer/parts/charts/line-picture.tsx'
import type { LinePlotView } from '#renderer/parts/charts/line-plot-types.ts'
import { TrajectoryDrawing } from '#renderer/parts/charts/trajectory-drawing.tsx'
import type { ReportChart } from './report.ts'
import styles from './report.module.css'

/** The widest a chart gets, so that it fits on a sheet of A4 and of US Letter. */
const widest = 620
const height = 140

/** A chart without keys and readouts: an image that is described in words. */
export function PaperChart({ chart }: { chart: ReportChart }) {
  const frame = useRef<HTMLDivElement>(null)
  const width = Math.min(widest, useElementWidth(frame, widest))
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
  return <LinePicture geometry={useLineGeometry(width, line)} view={line} />
}
