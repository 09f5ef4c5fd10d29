import type { LevelledSeries } from '#shared/overview/client-overview.ts'
import type { Past } from '../past-sessions.ts'
import { isNewestVersion } from '../series-values.ts'

/**
 * The emotions that the client rated. Of a form with emotions of one question each, those; its sums and means would
 * only repeat them.
 */
export function emotionSeries({ series }: Pick<Past, 'series'>): LevelledSeries[] {
  const rated = series.filter(
    (each) =>
      each.rater === 'client' &&
      each.construct === 'emotions' &&
      isNewestVersion(each) &&
      each.level.rated > 0,
  )
  const hasSingle = (instrumentId: string) =>
    rated.some((each) => each.instrumentId === instrumentId && each.items === 1)
  return rated.filter(({ instrumentId, items }) => items === 1 || !hasSingle(instrumentId))
}
