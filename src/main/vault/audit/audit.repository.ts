import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import { auditEntrySchema, hashedTextOf, noHash, type AuditEntry } from '#shared/audit/audit-entry.ts'
import type { ListedAuditEntry } from '#shared/contract/operations/audit.ts'
import { rowOf } from '../records/stored-row.ts'

const columns = 'sequence, at, zone, kind, client_id, session_id, count, contact_id, previous, hash'
const narrowed = `sequence < :before AND at >= :from AND at < :until
  AND (:kinds IS NULL OR kind IN (SELECT value FROM json_each(:kinds)))`

export const auditQueries = {
  lastAuditEntry:
    'SELECT sequence AS count, hash FROM audit_entries WHERE sequence > 0 ORDER BY sequence DESC LIMIT 1',
  auditEntriesAfter: `SELECT ${columns} FROM audit_entries WHERE sequence > ? ORDER BY sequence LIMIT ?`,
  auditEntries: `SELECT ${columns} FROM audit_entries WHERE ${narrowed} ORDER BY sequence DESC LIMIT :most`,
  auditEntriesOfClient: `SELECT ${columns} FROM audit_entries
    WHERE client_id = :clientId AND ${narrowed} ORDER BY sequence DESC LIMIT :most`,
  allAuditEntriesOfClient: `SELECT ${columns} FROM audit_entries WHERE client_id = ? ORDER BY sequence`,
  lastAuditEntryOfKind: `SELECT ${columns} FROM audit_entries WHERE kind = ? ORDER BY sequence DESC LIMIT 1`,
} as const

const hexColumn = z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes).toString('hex'))

const rowSchema = rowOf(
  z.strictObject({
    sequence: z.int(),
    at: z.string(),
    zone: z.string(),
    kind: z.string(),
    clientId: z.string().nullable(),
    sessionId: z.string().nullable(),
    count: z.int().nullable(),
    contactId: z.string().nullable(),
    previous: hexColumn,
    hash: hexColumn,
  }),
)
const entrySchema = rowSchema.pipe(auditEntrySchema)
const headSchema = z.strictObject({ count: z.int(), hash: hexColumn })

/** An entry exactly as stored. Somebody may have tampered with it. */
export type StoredAuditEntry = z.output<typeof rowSchema>

/** An entry to be added to the end of the log. */
export type NewAuditEntry = Omit<AuditEntry, 'sequence' | 'previous' | 'hash'>

/** Filters for a part of the log; `null` means no filter. Compares instants as text. `until` itself is excluded. */
export interface AuditSelection {
  readonly before: number
  readonly most: number
  readonly kinds: readonly string[] | null
  readonly clientId: string | null
  readonly from: string | null
  readonly until: string | null
}

/** The number of entries, and the hash of the last one. */
export interface AuditHead {
  readonly count: number
  readonly hash: string
}

const earliest = '0000'
const latest = '9999'

/** Prepares a query on the log, also for the database of an earlier Attune, whose entries name no contact. */
export function prepareOnLog(db: Database.Database, query: string): Database.Statement {
  const namesContacts =
    db.prepare(`SELECT 1 FROM pragma_table_info('audit_entries') WHERE name = 'contact_id'`).get() !==
    undefined
  return db.prepare(namesContacts ? query : query.replace('contact_id', 'NULL AS contact_id'))
}

/** The audit log as rows. Can only add entries at the end and read. */
export function createAuditRepository(db: Database.Database) {
  const select = {
    last: db.prepare(auditQueries.lastAuditEntry),
    after: prepareOnLog(db, auditQueries.auditEntriesAfter),
    some: prepareOnLog(db, auditQueries.auditEntries),
    ofClient: prepareOnLog(db, auditQueries.auditEntriesOfClient),
    allOfClient: prepareOnLog(db, auditQueries.allAuditEntriesOfClient),
    lastOfKind: prepareOnLog(db, auditQueries.lastAuditEntryOfKind),
  }
  const head = (): AuditHead => headSchema.optional().parse(select.last.get()) ?? { count: 0, hash: noHash }

  return {
    head,
    /** Adds entries at the end, within the caller's transaction. */
    append: (entries: readonly NewAuditEntry[]): void => {
      const insert = db.prepare(
        `INSERT INTO audit_entries (${columns})
         VALUES (:sequence, :at, :zone, :kind, :clientId, :sessionId, :count, :contactId, :previous, :hash)`,
      )
      let { count: sequence, hash: previous } = head()
      for (const entry of entries) {
        sequence += 1
        const hash = hashOf({ ...entry, sequence, previous })
        insert.run({ ...entry, sequence, previous: bytesOf(previous), hash: bytesOf(hash) })
        previous = hash
      }
    },
    /** Newest first. */
    select: ({ clientId, kinds, from, until, ...range }: AuditSelection): ListedAuditEntry[] => {
      const given = {
        ...range,
        kinds: kinds === null ? null : JSON.stringify(kinds),
        from: from ?? earliest,
        until: until ?? latest,
      }
      const rows = clientId === null ? select.some.all(given) : select.ofClient.all({ ...given, clientId })
      return rows.map((row) => listed(rowSchema.parse(row)))
    },
    ofClient: (clientId: string): AuditEntry[] =>
      select.allOfClient.all(clientId).map((row) => entrySchema.parse(row)),
    lastOfKind: (kind: string): AuditEntry | null =>
      entrySchema.optional().parse(select.lastOfKind.get(kind)) ?? null,
    /** The next entries in order, exactly as stored. */
    after: (sequence: number, most: number): StoredAuditEntry[] =>
      select.after.all(sequence, most).map((row) => rowSchema.parse(row)),
  }
}

export type AuditRepository = ReturnType<typeof createAuditRepository>

function listed(row: StoredAuditEntry): ListedAuditEntry {
  const entry = auditEntrySchema.safeParse(row)
  return entry.success ? entry.data : { sequence: row.sequence, kind: 'unreadable' }
}

/** Computes an entry's hash from its own fields. */
export function hashOf(entry: Parameters<typeof hashedTextOf>[0]): string {
  return createHash('sha256').update(hashedTextOf(entry)).digest('hex')
}

function bytesOf(hex: string): Buffer {
  return Buffer.from(hex, 'hex')
}
