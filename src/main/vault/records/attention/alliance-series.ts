import { countsInCourse } from '#shared/records/session.ts'
import { seriesOfColumns, type ClientSeries, type SeriesSources } from '#shared/series/client-series.ts'
import { canLead, leadOf } from '#shared/series/lead-series.ts'
import type { ScoreColumn } from '#shared/series/score-row.ts'
import type { ScoredSession } from '../scores/score.repository.ts'

/** The client's own alliance ratings, session by session; null if not rated. */
export interface AllianceSeries {
  readonly numbers: readonly number[]
  readonly scores: readonly (number | null)[]
  /** The series that the ratings are of; null if there is none. */
  readonly lead: ClientSeries | null
}

type Columns = readonly ScoreColumn[]

/** A series that can lead, and the places of its scores in each set of columns. */
interface Candidate extends ClientSeries {
  readonly placesIn: ReadonlyMap<Columns, readonly number[]>
}

/**
 * Returns a function that picks, from the scores of a client's past sessions, the alliance that leads the client's page.
 * It serves one answer, in which clients with the same forms share the work of sorting them into series.
 */
export function createAllianceReader(sources: SeriesSources) {
  const numbers = new Map<Columns, number>()
  const numberOf = (columns: Columns): number => {
    const number = numbers.get(columns) ?? numbers.size
    numbers.set(columns, number)
    return number
  }
  const sorted = new Map<string, readonly Candidate[]>()
  const candidatesOf = (used: ReadonlySet<Columns>): readonly Candidate[] => {
    const key = [...used].map(numberOf).join(' ')
    const known = sorted.get(key) ?? candidatesIn(used, sources)
    sorted.set(key, known)
    return known
  }
  return (sessions: readonly ScoredSession[], chosenLead: string | null): AllianceSeries => {
    const past = sessions.filter(({ status }) => countsInCourse(status))
    const candidates = candidatesOf(new Set(past.map(({ columns }) => columns)))
    const scoresOf = ({ placesIn }: Candidate) =>
      past.map(({ columns, values }) => {
        for (const place of placesIn.get(columns) ?? []) {
          const value = values[place]
          if (typeof value === 'number') return value
        }
        return null
      })
    const lead = candidates.find(({ id }) => id === chosenLead) ?? leadOf(candidates, scoresOf)
    return {
      numbers: past.map(({ number }) => number),
      scores: lead === null ? past.map(() => null) : scoresOf(lead),
      lead,
    }
  }
}

function candidatesIn(used: ReadonlySet<Columns>, sources: SeriesSources): Candidate[] {
  const { series, idsOf } = seriesOfColumns(used, sources)
  return series.filter(canLead).map((each) => ({
    ...each,
    placesIn: new Map(
      [...idsOf].map(([columns, ids]) => [
        columns,
        ids.flatMap((id, place) => (id === each.id ? [place] : [])),
      ]),
    ),
  }))
}
