import type Database from 'better-sqlite3'
import { z } from 'zod'
import { ownSpreadOf, pooledSpread } from '#shared/analytics/pooled-spread.ts'
import type { Client } from '#shared/records/client.ts'
import { isSessionAlliance } from '#shared/series/lead-series.ts'
import type { InstrumentLibrary } from '../instruments/instrument-library.ts'
import type { ScoreRepository } from './score.repository.ts'
import { readSeries } from './series-of-client.ts'

const spreadSchema = z.strictObject({ variance: z.number(), degreesOfFreedom: z.int() })

interface SpreadParts {
  readonly db: Database.Database
  readonly clients: { get: (id: string) => Client | null }
  readonly instruments: Pick<InstrumentLibrary, 'find' | 'latest'>
  readonly scores: Pick<ScoreRepository, 'reader'>
}

/** Keeps how far each client's alliance ratings lie off their own course, and pools it over the vault's clients. */
export function createOwnSpreads({ db, clients, instruments, scores }: SpreadParts) {
  const prepared = {
    ofSeries: db.prepare(
      'SELECT variance, degrees_of_freedom AS degreesOfFreedom FROM own_spreads WHERE series = ?',
    ),
    put: db.prepare(
      `INSERT INTO own_spreads (series, client_id, variance, degrees_of_freedom)
       VALUES (:series, :clientId, :variance, :degreesOfFreedom)`,
    ),
    removeOf: db.prepare('DELETE FROM own_spreads WHERE client_id = ?'),
  }
  return {
    /** Works out a client's spreads again from the stored scores. A fictional client has none, so nothing is mixed. */
    keep: (clientId: string): void => {
      prepared.removeOf.run(clientId)
      if (clients.get(clientId)?.isFictional !== false) return
      const { series, scores: rated } = readSeries(scores.reader()(clientId), instruments)
      for (const each of series.filter(isSessionAlliance)) {
        const spread = ownSpreadOf(rated.map((ofSession) => ofSession[each.id] ?? null))
        if (spread !== null) prepared.put.run({ series: each.id, clientId, ...spread })
      }
    },
    /**
     * Gives, for one answer, the usual standard deviation within this vault's clients on a series, in points; null with
     * fewer than ten. Reads each series once.
     */
    reader: (): ((seriesId: string) => number | null) => {
      const read = new Map<string, number | null>()
      return (seriesId) => {
        const known = read.get(seriesId)
        if (known !== undefined) return known
        const pooled = pooledSpread(prepared.ofSeries.all(seriesId).map((row) => spreadSchema.parse(row)))
        read.set(seriesId, pooled)
        return pooled
      }
    },
  }
}

export type OwnSpreads = ReturnType<typeof createOwnSpreads>
