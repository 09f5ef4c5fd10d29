import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { ClientExport } from '#shared/rights/client-export.ts'
import { archivedTables, type ArchiveList } from '../../archive/archived-tables.ts'
import { recordsOf } from '../../archive/write-archive.ts'
import { clientTables } from './client-tables.ts'

const ofClientSessions = 'session_id IN (SELECT id FROM sessions WHERE client_id = ?)'

/** Lists that are not the client's own, but are needed to read them or show who acted. */
const alongside: Partial<Record<ArchiveList, string>> = {
  instruments: `(id, version) IN (SELECT instrument_id, instrument_version FROM responses WHERE ${ofClientSessions})`,
  sentBundles: 'id IN (SELECT bundle_id FROM sent_clients WHERE client_id = ?)',
  auditEntries: 'client_id = ?',
}

/** The lists of an export: one for every table with data of a client, and the accompanying lists. */
export function exportedLists(db: Database.Database): ReadonlyMap<string, string> {
  const conditions = new Map(clientTables(db).map(({ name, condition }) => [name, condition]))
  const lists = Object.entries(archivedTables).flatMap(([list, { table }]) => {
    // The keys are those of `archivedTables`; the type of `entries` loses that.
    const condition = conditions.get(table) ?? alongside[list as ArchiveList]
    return condition === undefined ? [] : [[list, condition] as const]
  })
  return new Map(lists)
}

/** Writes all data of a client as one JSON document, read at one moment. */
export function writeClientExport(
  db: Database.Database,
  clientId: string,
  moment: { readonly now: Date; readonly zone: string },
): string {
  const head: Pick<ClientExport, 'format' | 'version' | 'createdAt' | 'zone' | 'schemaVersion'> = {
    format: 'attune-client',
    version: 1,
    createdAt: moment.now.toISOString(),
    zone: moment.zone,
    schemaVersion: z.int().parse(db.pragma('user_version', { simple: true })),
  }
  const lists = db.transaction(() =>
    [...exportedLists(db)].map(([list, condition]) => {
      const archived = archivedTables[list as ArchiveList]
      return [list, recordsOf(db, archived, { condition, parameter: clientId })] as const
    }),
  )()
  return `${JSON.stringify({ ...head, ...Object.fromEntries(lists) }, null, 2)}\n`
}
