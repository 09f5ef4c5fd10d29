import { useTranslation } from 'react-i18next'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { circlesPath } from './mark-paths.ts'
import { scoreFormat } from './session-words.ts'
import { sparklinePath, sparklinePoint } from './sparkline-path.ts'
import styles from './sparkline.module.css'

/** A rating's course in 96 by 24 px on the full scale, with the last value beside it. Gaps are left as gaps. */
export function Sparkline({
  label,
  values,
  scaleBottom = 0,
  scaleTop,
}: {
  /** What is drawn, "Bond". */
  label: string
  values: readonly (number | null)[]
  /** The ends of the scale. */
  scaleBottom?: number
  scaleTop: number
}) {
  const scale = { bottom: scaleBottom, top: scaleTop }
  const { t, i18n } = useTranslation()
  const scores = scoreFormat(i18n.language)
  const rated = values.filter((value) => value !== null)
  const last = rated.at(-1)
  if (last === undefined) {
    return <span className={styles['empty']}>{t('charts.sparklineEmpty', { label })}</span>
  }
  const point = sparklinePoint(
    values,
    scale,
    values.findLastIndex((value) => value !== null),
    last,
  )
  return (
    <span className={styles['sparkline']}>
      <svg width={96} height={24} viewBox="0 0 96 24" aria-hidden="true" focusable="false">
        <path className={styles['line']} d={sparklinePath(values, scale)} />
        <path className={styles['last']} d={circlesPath([point], 2.5)} />
      </svg>
      <span aria-hidden="true">{scores.format(last)}</span>
      <VisuallyHidden>
        {t('charts.sparkline', {
          label,
          value: scores.format(last),
          lowest: scores.format(Math.min(...rated)),
          highest: scores.format(Math.max(...rated)),
          count: rated.length,
        })}
      </VisuallyHidden>
    </span>
  )
}
