import { useTranslation } from 'react-i18next'
import { AxisWords, EndName } from './axis-words.tsx'
import { spreadLabels } from './line-labels.ts'
import type { LinePlotView } from './line-plot-types.ts'
import type { TrajectoryGeometry } from './trajectory-geometry.ts'
import type { TrajectorySession } from './trajectory-types.ts'

type Name = { id: string; y: number; words: string; mark: 'client' | 'total' | 'therapist' | null }

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
  const lastOf = (rater: 'client' | 'therapist', isMeant: (session: TrajectorySession) => boolean) =>
    sessions.findLast((session) => session[rater] !== null && isMeant(session))?.[rater] ?? null
  const total = lastOf('client', ({ isTotal }) => isTotal === true)
  const names: Name[] = [
    ...raters.flatMap((rater): Name[] => {
      const last = lastOf(rater, (session) => rater === 'therapist' || session.isTotal !== true)
      return last === null ? [] : [{ id: rater, y: y(last), words: t(`charts.${rater}`), mark: rater }]
    }),
    ...(total === null
      ? []
      : [{ id: 'total', y: y(total), words: t('charts.total'), mark: 'total' as const }]),
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
