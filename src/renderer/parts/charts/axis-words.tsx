import { useTranslation } from 'react-i18next'
import { iconPaths } from '#renderer/ui/icon-paths.ts'
import { diamondsPath } from './mark-paths.ts'
import styles from './trajectory-chart.module.css'

/** The words at the axes of a plot over sessions: which way is better, if one is, and what the numbers below count. */
export function AxisWords({
  left,
  bottom,
  betterIs,
}: {
  left: number
  bottom: number
  betterIs: 'higher' | 'lower' | null
}) {
  const { t } = useTranslation()
  return (
    <>
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
    </>
  )
}

/** The name of a line at its end, with the mark of its rater; without a mark for a level such as the mean. */
export function EndName({
  x,
  y,
  words,
  mark,
}: {
  x: number
  y: number
  words: string
  mark: 'client' | 'total' | 'therapist' | null
}) {
  return (
    <g transform={`translate(${x} ${y})`}>
      {mark === 'client' ? <circle className={styles['clientMarks']} cx={4} cy={0} r={4} /> : null}
      {mark === 'total' ? (
        <path className={styles['totalMarks']} d={diamondsPath([{ x: 4, y: 0 }], 5)} />
      ) : null}
      {mark === 'therapist' ? (
        <rect className={styles['therapistMarks']} x={0.5} y={-3.5} width={7} height={7} />
      ) : null}
      <text x={mark === null ? 0 : 14} y={4.5}>
        {words}
      </text>
    </g>
  )
}
