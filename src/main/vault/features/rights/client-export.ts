import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { ClientExport } from '#shared/rights/client-export.ts'
import { archivedTables, type ArchiveList } from '../../archive/archived-tables.ts'
import { recordsOf } from '../../archive/write-archive.ts'
import { clientTables } from './client-tables.ts'

const ofClientSessions = 'session_id IN (SELECT id FROM sessions WHERE client_id = ?)'

/** Lists that are not the client's own but are needed to read them, or tell who did. */
const alongside: Partial<Record<ArchiveList, string>> = {
  instruments: `(id, version) IN (SELECT instrument_id, instrument_version FROM responses WHERE ${ofClientSessions})`,
  auditEntries: 'client_id = ?',
}

/** The lists of an export: one for every table that holds anything of a client, and those that go along. */
export function exportedLists(db: Database.Database): ReadonlyMap<string, string> {
  const conditions = new Map(clientTables(db).map(({ name, condition }) => [name, condition]))
  const lists = Object.entries(archivedTables).flatMap(([list, { table }]) => {
    // The keys are those of `archivedTables`; `entries` forgets it.
    const condition = conditions.get(table) ?? alongside[list as ArchiveList]
    return condition === undefined ? [] : [[list, condition] as const]
  })
  return new Map(lists)
}

/** Everything that is kept of a client as the text of one JSON document, of one moment. */
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
