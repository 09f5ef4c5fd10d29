import { useTranslation } from 'react-i18next'
import type { ForestStatistic } from './forest-groups.ts'
import type { ForestAxis } from './forest-plot-axis.ts'
import type { ForestLayout } from './forest-plot-layout.ts'
import styles from './forest-plot.module.css'

const belowTicks = 36
const arrowLength = 10
const gap = 6

/** The meaning of each side of no effect, at the two ends of the axis, each with an arrow. */
export function ForestPlotSides({
  layout,
  axis,
  statistic,
}: {
  layout: ForestLayout
  axis: ForestAxis
  statistic: ForestStatistic
}) {
  const { t } = useTranslation()
  const y = layout.rowsTop + layout.rowsHeight + belowTicks
  const left = layout.plotLeft
  const right = layout.plotRight
  return (
    <g className={styles['words']}>
      {axis.domain[0] < axis.noEffect ? (
        <>
          <path className={styles['arrow']} d={`M${left + arrowLength} ${y}H${left}m4 -3.5l-4 3.5l4 3.5`} />
          <text className={styles['note']} x={left + arrowLength + gap} y={y + 4}>
            {t(`charts.forest.below.${statistic}`)}
          </text>
        </>
      ) : null}
      <path className={styles['arrow']} d={`M${right - arrowLength} ${y}H${right}m-4 -3.5l4 3.5l-4 3.5`} />
      <text className={styles['note']} x={right - arrowLength - gap} y={y + 4} textAnchor="end">
        {t(`charts.forest.above.${statistic}`)}
      </text>
    </g>
  )
}
