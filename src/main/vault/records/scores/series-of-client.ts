import { ownInstruments } from '#shared/instruments/own-instruments.ts'
import { seriesOfClient, type ScoredColumns, type SeriesOfClient } from '#shared/series/client-series.ts'
import type { InstrumentLibrary } from '../instruments/instrument-library.ts'

/** The forms that every session offers; a client's page has their series before anybody has answered them. */
const always = [
  ownInstruments.allianceClient,
  ownInstruments.allianceTherapist,
  ownInstruments.sessionExperience,
  ownInstruments.ownEmpathy,
]

/**
 * Sorts a client's scores into series, by what the library knows of each instrument. `pooled` gives the usual spread
 * within the vault's clients on a series; null if it is not known.
 */
export function readSeries(
  sessions: readonly ScoredColumns[],
  instruments: Pick<InstrumentLibrary, 'find' | 'latest'>,
  pooled: (seriesId: string) => number | null = () => null,
): SeriesOfClient {
  return seriesOfClient(sessions, { find: instruments.find, newest: instruments.latest, always, pooled })
}
