import { seriesId, type ClientSeries } from './client-series.ts'

/** Whether a series is the alliance in this session: then it has episodes, and can lead the client's page. */
export function isSessionAlliance({ construct, frame, direction }: ClientSeries): boolean {
  return construct === 'alliance' && frame === 'this-session' && direction === 'higher-is-better'
}

/** Whether a user can choose a series to lead a client's page. An earlier version of a form goes with the newest. */
export function canLead(series: ClientSeries): boolean {
  const { id, rater, instrumentId, scaleId } = series
  return isSessionAlliance(series) && rater === 'client' && id === seriesId(rater, instrumentId, scaleId)
}

/**
 * Says which of the client's own alliance series leads the page: the chosen one, otherwise the one rated most recently,
 * of those the one rated most often, and of those the first. Null if there is none.
 */
export function leadSeries(
  series: readonly ClientSeries[],
  scores: readonly Readonly<Record<string, number>>[],
  chosen: string | null = null,
): ClientSeries | null {
  const candidates = series.filter((each) => each.rater === 'client' && isSessionAlliance(each))
  const asked = candidates.find(({ id }) => id === chosen)
  if (asked) return asked
  const rated = candidates.map((each) => ({
    each,
    last: scores.findLastIndex((ofSession) => ofSession[each.id] !== undefined),
    count: scores.filter((ofSession) => ofSession[each.id] !== undefined).length,
  }))
  return rated.toSorted((one, other) => other.last - one.last || other.count - one.count)[0]?.each ?? null
}
