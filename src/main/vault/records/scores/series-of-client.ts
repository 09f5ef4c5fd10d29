import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import {
  seriesOfClient,
  type ScoredColumns,
  type SeriesOfClient,
  type SeriesSources,
} from '#shared/series/client-series.ts'
import type { InstrumentLibrary } from '../instruments/instrument-library.ts'

type Instruments = Pick<InstrumentLibrary, 'find' | 'latest'>

/** The forms that every session offers; a client's page has their series before anybody has answered them. */
const always = [
  ownInstruments.allianceClient,
  ownInstruments.allianceTherapist,
  ownInstruments.sessionExperience,
  ownInstruments.ownEmpathy,
]

/**
 * What the library knows of each instrument, for sorting scores into series. `pooled` gives the usual spread within the
 * vault's clients on a series; null if it is not known.
 */
export function seriesSources(
  instruments: Instruments,
  pooled: (seriesId: string) => number | null = () => null,
): SeriesSources {
  return { find: instruments.find, newest: instruments.latest, always, pooled }
}

/** Sorts a client's scores into series, by what the library knows of each instrument. */
export function readSeries(
  sessions: readonly ScoredColumns[],
  instruments: Instruments,
  pooled?: (seriesId: string) => number | null,
): SeriesOfClient {
  return seriesOfClient(sessions, seriesSources(instruments, pooled))
}
