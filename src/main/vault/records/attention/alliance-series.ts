import { countsInCourse } from '#shared/records/session.ts'
import type { ClientSeries, SeriesSources } from '#shared/series/client-series.ts'
import { canLead, leadOf } from '#shared/series/lead-series.ts'
import type { ScoredSession } from '../scores/score.repository.ts'
import { createSeriesReader } from '../scores/series-reader.ts'

/** The client's own alliance ratings, session by session; null if not rated. */
export interface AllianceSeries {
  readonly numbers: readonly number[]
  readonly scores: readonly (number | null)[]
  /** The series that the ratings are of; null if there is none. */
  readonly lead: ClientSeries | null
}

/**
 * Returns a function that picks, from the scores of a client's past sessions, the alliance that leads the client's page.
 * It serves one answer.
 */
export function createAllianceReader(sources: SeriesSources) {
  const read = createSeriesReader(sources)
  return (sessions: readonly ScoredSession[], chosenLead: string | null): AllianceSeries => {
    const past = sessions.filter(({ status }) => countsInCourse(status))
    const { series, valuesOf } = read(past)
    const candidates = series.filter(canLead)
    const scoresOf = ({ id }: ClientSeries) => valuesOf(id)
    const lead = candidates.find(({ id }) => id === chosenLead) ?? leadOf(candidates, scoresOf)
    return {
      numbers: past.map(({ number }) => number),
      scores: lead === null ? past.map(() => null) : scoresOf(lead),
      lead,
    }
  }
}
