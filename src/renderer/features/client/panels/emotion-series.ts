import type { LevelledSeries } from '#shared/overview/client-overview.ts'
import type { Past } from '../past-sessions.ts'
import { isNewestVersion } from '../series-values.ts'

/**
 * The client's emotions, as the client rated or the therapist guessed them. Of a form with emotions of one question each, those; its sums and means would
 * only repeat them.
 */
export function emotionSeries(
  { series }: Pick<Past, 'series'>,
  rater: LevelledSeries['rater'] = 'client',
): LevelledSeries[] {
  const rated = series.filter(
    (each) =>
      each.rater === rater && each.construct === 'emotions' && isNewestVersion(each) && each.level.rated > 0,
  )
  const hasSingle = (instrumentId: string) =>
    rated.some((each) => each.instrumentId === instrumentId && each.items === 1)
  return rated.filter(({ instrumentId, items }) => items === 1 || !hasSingle(instrumentId))
}
