import { countedOutcome } from '#shared/overview/outcome-source.ts'
import type { ScoredColumns } from '#shared/series/client-series.ts'
import type { ScoreColumn } from '#shared/series/score-row.ts'
import type { InstrumentLibrary } from '../instruments/instrument-library.ts'
import type { ScoredSession } from '../scores/score.repository.ts'

type Columns = readonly ScoreColumn[]

const none: ScoredColumns = { columns: [], values: [] }

/**
 * Returns a function that keeps only the scores of questionnaires with a change threshold; null if there are none. Most
 * sessions have none, and all sessions with the same forms share the search for them.
 */
export function createOutcomeColumns(find: InstrumentLibrary['find']) {
  const known = new Map<Columns, { columns: ScoreColumn[]; places: number[] }>()
  const keptOf = (columns: Columns) => {
    const kept = known.get(columns) ?? keep(columns)
    known.set(columns, kept)
    return kept
  }
  const keep = (columns: Columns) => {
    const places = columns.flatMap(([rater, id, version], place) =>
      rater === 'client' && countedOutcome(id, version, find) !== null ? [place] : [],
    )
    return { places, columns: columns.filter((_column, place) => places.includes(place)) }
  }
  return (scored: readonly ScoredSession[]): ScoredColumns[] | null => {
    if (scored.every(({ columns }) => keptOf(columns).places.length === 0)) return null
    return scored.map(({ columns, values }) => {
      const kept = keptOf(columns)
      if (kept.places.length === 0) return none
      return { columns: kept.columns, values: kept.places.map((place) => values[place] ?? null) }
    })
  }
}
