import type { Series } from '../analytics/series.ts'
import { seriesId, type ClientSeries } from './client-series.ts'

/** Whether a series is the alliance in this session: then it has episodes, and can lead the client's page. */
export function isSessionAlliance({ construct, frame, direction }: ClientSeries): boolean {
  return construct === 'alliance' && frame === 'this-session' && direction === 'higher-is-better'
}

/** Whether a series can lead the client's page: the client's own alliance. */
export function canLead(series: ClientSeries): boolean {
  return series.rater === 'client' && isSessionAlliance(series)
}

/** Whether a user can choose a series to lead a client's page. An earlier version of a form goes with the newest. */
export function canBeChosenToLead(series: ClientSeries): boolean {
  const { id, rater, instrumentId, scaleId } = series
  return canLead(series) && id === seriesId(rater, instrumentId, scaleId)
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
  const candidates = series.filter(canLead)
  const asked = candidates.find(({ id }) => id === chosen)
  return asked ?? leadOf(candidates, ({ id }) => scores.map((ofSession) => ofSession[id] ?? null))
}

/** The same with nothing chosen, among series that can lead, from the scores of each. */
export function leadOf<T extends ClientSeries>(
  candidates: readonly T[],
  scoresOf: (series: T) => Series,
): T | null {
  const rated = candidates.map((each) => {
    const scores = scoresOf(each)
    return {
      each,
      last: scores.findLastIndex((score) => score !== null),
      count: scores.filter((score) => score !== null).length,
    }
  })
  return rated.toSorted((one, other) => other.last - one.last || other.count - one.count)[0]?.each ?? null
}
