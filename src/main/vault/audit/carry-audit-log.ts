import type Database from 'better-sqlite3'
import { z } from 'zod'
import { auditEntrySchema } from '#shared/audit/audit-entry.ts'
import { AppError } from '#shared/contract/result.ts'
import { hasAuditLog } from '../database/audit-end.ts'
import { explainStorageFailure } from '../files/sqlite-failure.ts'
import {
  createAuditRepository,
  prepareOnLog,
  type NewAuditEntry,
  type StoredAuditEntry,
} from './audit.repository.ts'

/** Rows read in one go. */
const chunk = 1_000
const columns = 'sequence, at, zone, kind, client_id, session_id, count, contact_id, previous, hash'
const rowsSchema = z.array(z.looseObject({ sequence: z.int() }))
const triggersSchema = z.array(z.strictObject({ name: z.string(), sql: z.string() }))

/**
 * Gives a restored database the audit log of the vault that it replaces, so that a restore removes no entry. The
 * database must not be in use yet.
 *
 * Copies the present log exactly as stored, damage and tampering included. Entries that only the restored database has
 * follow at the end, with their instants and new numbers. Keeps the restored log if the present one can't be read.
 */
export function carryAuditLog(present: Database.Database, restored: Database.Database): void {
  if (!hasAuditLog(present)) return
  try {
    restored
      .transaction(() => {
        const own = entriesOnlyIn(restored, present)
        replaceRows(present, restored)
        createAuditRepository(restored).append(own)
      })
      .immediate()
  } catch (cause) {
    const failure = explainStorageFailure(cause)
    if (!(failure instanceof AppError && failure.code === 'vault-damaged')) throw failure
  }
}

/** The entries of one log after the point where two logs part, without those that the other log has as well. */
function entriesOnlyIn(log: Database.Database, other: Database.Database): NewAuditEntry[] {
  const [mine, theirs] = [createAuditRepository(log), createAuditRepository(other)]
  const parted = partingOf(mine, theirs)
  const known = new Set<string>()
  for (const row of rowsAfter(theirs, parted)) known.add(identityOf(row))
  return [...rowsAfter(mine, parted)].flatMap((row) => {
    const entry = auditEntrySchema.safeParse(row)
    if (!entry.success || known.has(identityOf(row))) return []
    const { at, zone, kind, clientId, sessionId, count, contactId } = entry.data
    return [{ at, zone, kind, clientId, sessionId, count, contactId }]
  })
}

type Repository = Pick<ReturnType<typeof createAuditRepository>, 'after'>

/** The number of the last entry that two logs share; 0 if they share none. */
function partingOf(a: Repository, b: Repository): number {
  const others = rowsAfter(b, 0)
  let shared = 0
  for (const row of rowsAfter(a, 0)) {
    const other = others.next().value
    if (!other || other.sequence !== row.sequence || other.hash !== row.hash) break
    shared = row.sequence
  }
  return shared
}

function* rowsAfter(log: Repository, sequence: number): Generator<StoredAuditEntry, undefined> {
  let last = sequence
  for (;;) {
    const rows = log.after(last, chunk)
    yield* rows
    last = rows.at(-1)?.sequence ?? last
    if (rows.length < chunk) return
  }
}

/** What an entry says. Its place in a log differs between two logs. */
function identityOf({ at, zone, kind, clientId, sessionId, count, contactId }: StoredAuditEntry): string {
  return JSON.stringify([at, zone, kind, clientId, sessionId, count, contactId])
}

/** Replaces one log by another, row by row. The triggers that protect a log are away only within the transaction. */
function replaceRows(from: Database.Database, to: Database.Database): void {
  const triggers = triggersSchema.parse(
    to
      .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit_entries'`)
      .all(),
  )
  for (const { name } of triggers) to.exec(`DROP TRIGGER "${name.replaceAll('"', '""')}"`)
  to.exec('DELETE FROM audit_entries')
  const select = prepareOnLog(
    from,
    `SELECT ${columns} FROM audit_entries WHERE sequence > ? ORDER BY sequence LIMIT ${chunk}`,
  )
  const insert = to.prepare(
    `INSERT INTO audit_entries (${columns})
     VALUES (:sequence, :at, :zone, :kind, :client_id, :session_id, :count, :contact_id, :previous, :hash)`,
  )
  let last = 0
  for (;;) {
    const rows = rowsSchema.parse(select.all(last))
    for (const row of rows) insert.run(row)
    last = rows.at(-1)?.sequence ?? last
    if (rows.length < chunk) break
  }
  for (const { sql } of triggers) to.exec(sql)
}
