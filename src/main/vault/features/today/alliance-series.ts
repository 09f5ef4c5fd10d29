import type { ClientSeries } from '#shared/series/client-series.ts'
import { leadSeries } from '#shared/series/lead-series.ts'
import type { InstrumentLibrary } from '../../records/instruments/instrument-library.ts'
import type { ScoredSession } from '../../records/scores/score.repository.ts'
import { readSeries } from '../../records/scores/series-of-client.ts'

/** The client's own alliance ratings, session by session; null if not rated. */
export interface AllianceSeries {
  readonly numbers: readonly number[]
  readonly scores: readonly (number | null)[]
  /** The series that the ratings are of; null if there is none. */
  readonly lead: ClientSeries | null
}

/** Picks the alliance that leads the client's page from the scores of past sessions. */
export function allianceSeries(
  sessions: readonly ScoredSession[],
  instruments: Pick<InstrumentLibrary, 'find' | 'latest'>,
  pooled: (seriesId: string) => number | null,
  chosenLead: string | null,
): AllianceSeries {
  const past = sessions.filter(({ status }) => status !== 'planned')
  const { series, scores } = readSeries(past, instruments, pooled)
  const lead = leadSeries(series, scores, chosenLead)
  return {
    numbers: past.map(({ number }) => number),
    scores: scores.map((ofSession) => (lead === null ? null : (ofSession[lead.id] ?? null))),
    lead,
  }
}
