import { useTranslation } from 'react-i18next'
import type { ForestStatistic } from './forest-groups.ts'
import { lineHeight } from './forest-plot-layout.ts'
import type { ForestLayout, ForestPlace } from './forest-plot-layout.ts'
import type { ForestWords } from './forest-plot-words.ts'
import styles from './forest-plot.module.css'

const firstBaseline = 25

/** The words of a forest plot: the finding on the left, the figure with its interval on the right. */
export function ForestPlotRows({
  layout,
  words,
  statistic,
  current,
}: {
  layout: ForestLayout
  words: readonly ForestWords[]
  statistic: ForestStatistic
  current: number | null
}) {
  const { t } = useTranslation()
  const column = t(`charts.forest.column.${statistic}`)
  return (
    <g className={styles['words']}>
      <text className={styles['note']} x={layout.width - 8} y={layout.rowsTop - 10} textAnchor="end">
        {words.some(({ brackets }) => brackets !== '')
          ? t('charts.forest.columnWithInterval', { column })
          : column}
      </text>
      {layout.places.map((place, index) => {
        const own = words[index]
        return own === undefined ? null : (
          <g key={own.id} transform={`translate(0 ${layout.rowsTop + place.top})`}>
            <rect
              className={index === current ? styles['current'] : styles['rowGround']}
              width={layout.width}
              height={place.bottom - place.top}
            />
            <path className={styles['rule']} d={`M0 0H${layout.width}`} />
            <RowWords place={place} />
            <RowFigure words={own} x={layout.width} middle={place.middle - place.top} />
          </g>
        )
      })}
    </g>
  )
}

function RowWords({ place: { lines, notes } }: { place: ForestPlace }) {
  return (
    <text x={8}>
      {lines.map((line, index) => (
        <tspan key={line} x={8} y={firstBaseline + index * lineHeight.label}>
          {line}
        </tspan>
      ))}
      {notes.map((note, index) => (
        <tspan
          key={note}
          className={styles['note']}
          x={8}
          y={firstBaseline + lines.length * lineHeight.label + index * lineHeight.note}
        >
          {note}
        </tspan>
      ))}
    </text>
  )
}

function RowFigure({ words, x, middle }: { words: ForestWords; x: number; middle: number }) {
  return (
    <text textAnchor="end">
      <tspan x={x - 8} y={words.intervalNote === '' ? middle + 5 : middle - 3}>
        {[words.estimate, words.brackets].join(' ').trim()}
      </tspan>
      {words.intervalNote === '' ? null : (
        <tspan className={styles['note']} x={x - 8} y={middle + 15}>
          {words.intervalNote}
        </tspan>
      )}
    </text>
  )
}
