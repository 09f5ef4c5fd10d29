import type Database from 'better-sqlite3'
import { z } from 'zod'
import { rowOf } from '../stored-row.ts'
import { instrumentSchema, type Instrument } from '#shared/instruments/instrument.ts'
import { packStateSchema, type PackState } from '#shared/instruments/packs/index.ts'

export const packQueries = {
  allPacks: 'SELECT id, version, state, source, imported_at, content FROM packs ORDER BY id, version',
} as const

/** The file format of an imported instrument. */
export type ImportSource = 'attune' | 'fhir-r4'

/** An imported version of an instrument. */
export interface ImportedPack {
  readonly instrument: Instrument
  readonly state: PackState
  readonly source: ImportSource
  readonly importedAt: string
}

const key = { id: z.string(), version: z.int(), state: packStateSchema }
const rowSchema = rowOf(
  z.discriminatedUnion('source', [
    z.strictObject({ ...key, source: z.literal('shipped'), importedAt: z.null(), content: z.null() }),
    z.strictObject({
      ...key,
      source: z.enum(['attune', 'fhir-r4']),
      importedAt: z.string(),
      content: z.string(),
    }),
  ]),
)

/** Imported instruments, and which shipped ones were retired. Never overwrites a version. */
export function createPackRepository(db: Database.Database) {
  const all = db.prepare(packQueries.allPacks)
  // A version's content never changes, so it is parsed once.
  const parsed = new Map<string, Instrument>()
  const instrumentOf = (content: string): Instrument => {
    const instrument = parsed.get(content) ?? instrumentSchema.parse(JSON.parse(content))
    parsed.set(content, instrument)
    return instrument
  }
  const rows = () => all.all().map((row) => rowSchema.parse(row))
  return {
    imported: (): ImportedPack[] =>
      rows().flatMap(({ content, state, source, importedAt }) =>
        source === 'shipped' ? [] : [{ instrument: instrumentOf(content), state, source, importedAt }],
      ),
    /** The states of shipped instruments that were ever retired, by `id@version`. */
    shippedStates: (): Map<string, PackState> =>
      new Map(
        rows().flatMap((row) =>
          row.source === 'shipped' ? [[`${row.id}@${row.version}`, row.state] as const] : [],
        ),
      ),
    /** Adds a version. Throws if it exists. */
    insert: ({ instrument, source, importedAt }: Omit<ImportedPack, 'state'>): void => {
      db.prepare(
        `INSERT INTO packs (id, version, state, source, imported_at, content)
         VALUES (:id, :version, 'offered', :source, :importedAt, :content)`,
      ).run({
        id: instrument.id,
        version: instrument.version,
        source,
        importedAt,
        content: JSON.stringify(instrument),
      })
    },
    setImportedState: (id: string, version: number, state: PackState): void => {
      db.prepare(`UPDATE packs SET state = ? WHERE id = ? AND version = ? AND source <> 'shipped'`).run(
        state,
        id,
        version,
      )
    },
    setShippedState: (id: string, version: number, state: PackState): void => {
      db.prepare(
        `INSERT INTO packs (id, version, state, source) VALUES (:id, :version, :state, 'shipped')
         ON CONFLICT (id, version) DO UPDATE SET state = :state`,
      ).run({ id, version, state })
    },
    /** Retires every other imported version of an instrument. */
    retireOthers: (id: string, version: number): void => {
      db.prepare(
        `UPDATE packs SET state = 'retired' WHERE id = ? AND version <> ? AND source <> 'shipped'`,
      ).run(id, version)
    },
    /**
     * Removes a version. With the last version of an instrument also removes clients' choices of it, or a later
     * instrument of the same name would inherit them.
     */
    remove: (id: string, version: number): void => {
      db.prepare(`DELETE FROM packs WHERE id = ? AND version = ? AND source <> 'shipped'`).run(id, version)
      db.prepare(
        `DELETE FROM client_forms WHERE instrument_id = :id AND NOT EXISTS (SELECT 1 FROM packs WHERE id = :id)`,
      ).run({ id })
    },
  }
}

export type PackRepository = ReturnType<typeof createPackRepository>
