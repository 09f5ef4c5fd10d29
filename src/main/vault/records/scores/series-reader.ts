import type { Series } from '#shared/analytics/index.ts'
import {
  seriesOfColumns,
  type ClientSeries,
  type ScoredColumns,
  type SeriesSources,
} from '#shared/series/client-series.ts'
import type { ScoreColumn } from '#shared/series/score-row.ts'

type Columns = readonly ScoreColumn[]

/** One client's series, and the scores of each, session by session. */
export interface ReadSeries {
  readonly series: readonly ClientSeries[]
  readonly valuesOf: (seriesId: string) => Series
}

interface Sorted {
  readonly series: readonly ClientSeries[]
  /** For each set of columns the places of the scores of a series. */
  readonly placesOf: ReadonlyMap<Columns, ReadonlyMap<string, readonly number[]>>
}

/**
 * Returns a function that reads a client's scores as series. It serves one answer, in which clients with the same forms
 * share the work of sorting them into series.
 */
export function createSeriesReader(sources: SeriesSources) {
  const numbers = new Map<Columns, number>()
  const numberOf = (columns: Columns): number => {
    const number = numbers.get(columns) ?? numbers.size
    numbers.set(columns, number)
    return number
  }
  const known = new Map<string, Sorted>()
  const sortedFor = (used: ReadonlySet<Columns>): Sorted => {
    const key = [...used].map(numberOf).join(' ')
    const sorted = known.get(key) ?? sortOut(used, sources)
    known.set(key, sorted)
    return sorted
  }
  return (sessions: readonly ScoredColumns[]): ReadSeries => {
    const { series, placesOf } = sortedFor(new Set(sessions.map(({ columns }) => columns)))
    return {
      series,
      valuesOf: (seriesId) =>
        sessions.map(({ columns, values }) => {
          for (const place of placesOf.get(columns)?.get(seriesId) ?? []) {
            const value = values[place]
            if (typeof value === 'number') return value
          }
          return null
        }),
    }
  }
}

function sortOut(used: ReadonlySet<Columns>, sources: SeriesSources): Sorted {
  const { series, idsOf } = seriesOfColumns(used, sources)
  const placesOf = new Map(
    [...idsOf].map(([columns, ids]) => {
      const places = new Map<string, number[]>()
      ids.forEach((id, place) => {
        if (id !== null) places.set(id, [...(places.get(id) ?? []), place])
      })
      return [columns, places]
    }),
  )
  return { series, placesOf }
}
