import { useTranslation } from 'react-i18next'
import { AxisWords, EndName } from './axis-words.tsx'
import { spreadLabels } from './line-labels.ts'
import type { LinePlotView } from './line-plot-types.ts'
import type { TrajectoryGeometry } from './trajectory-geometry.ts'

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
      <AxisWords left={left} bottom={bottom} betterIs={betterIs} />
      {spreadLabels(names, { distance: 17, top, bottom }).map(({ id, y: at, words, mark }) => (
        <EndName key={id} x={right + 8} y={at} words={words} mark={mark} />
      ))}
    </g>
  )
}
