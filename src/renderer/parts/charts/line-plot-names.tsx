import { useTranslation } from 'react-i18next'
import { iconPaths } from '#renderer/ui/icon-paths.ts'
import { spreadLabels } from './line-labels.ts'
import type { LinePlotView } from './line-plot-types.ts'
import type { TrajectoryGeometry } from './trajectory-geometry.ts'
import styles from './trajectory-chart.module.css'

type Name = { id: string; y: number; words: string; mark: 'client' | 'therapist' | null }

/** The words of the drawing: which way is better, and the names of lines, cut-offs and corridor at their ends. */
export function LinePlotNames({
  geometry: { left, right, top, bottom, y },
  sessions,
  betterIs,
  hasTherapist,
  scores,
}: Pick<LinePlotView, 'sessions' | 'betterIs' | 'hasTherapist' | 'scores'> & {
  geometry: TrajectoryGeometry
}) {
  const { t } = useTranslation()
  const raters = hasTherapist ? (['client', 'therapist'] as const) : (['client'] as const)
  const names: Name[] = [
    ...raters.flatMap((rater): Name[] => {
      const last = sessions.findLast((session) => session[rater] !== null)?.[rater] ?? null
      return last === null ? [] : [{ id: rater, y: y(last), words: t(`charts.${rater}`), mark: rater }]
    }),
    ...scores.map(({ value, words }): Name => ({ id: words, y: y(value), words, mark: null })),
  ]
  return (
    <g>
      {betterIs === null ? null : (
        <g transform={`translate(${left - 48} 2)`}>
          <path
            className={styles['arrow']}
            transform="scale(0.75)"
            d={iconPaths[betterIs === 'higher' ? 'arrow-up' : 'arrow-down']}
          />
          <text x={18} y={12}>
            {t(betterIs === 'higher' ? 'charts.better' : 'charts.lowerIsBetter')}
          </text>
        </g>
      )}
      <text x={left - 8} y={bottom + 20} textAnchor="end">
        {t('charts.session')}
      </text>
      {spreadLabels(names, { distance: 17, top, bottom }).map(({ id, y: at, words, mark }) => (
        <g key={id} transform={`translate(${right + 8} ${at})`}>
          {mark === 'client' ? <circle className={styles['clientMarks']} cx={4} cy={0} r={4} /> : null}
          {mark === 'therapist' ? (
            <rect className={styles['therapistMarks']} x={0.5} y={-3.5} width={7} height={7} />
          ) : null}
          <text x={mark === null ? 0 : 14} y={4.5}>
            {words}
          </text>
        </g>
      ))}
    </g>
  )
}
