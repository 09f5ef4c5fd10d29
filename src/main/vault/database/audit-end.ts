import type Database from 'better-sqlite3'

/** The number of entries in an audit log, and the hash of the last one in hexadecimal. */
export interface AuditEnd {
  readonly count: number
  readonly hash: string
}

/** The end of a database's audit log; null if the log is empty or the schema older than the log. */
export function auditEndOf(db: Database.Database): AuditEnd | null {
  if (!hasAuditLog(db)) return null
  const last: unknown = db.prepare('SELECT max(sequence) FROM audit_entries WHERE sequence > 0').pluck().get()
  const count = typeof last === 'number' ? last : 0
  const hash = hashAt(db, count)
  return hash === null ? null : { count, hash }
}

/** Whether a database has an audit log, with or without entries. */
export function hasAuditLog(db: Database.Database): boolean {
  return db.prepare('SELECT 1 FROM pragma_table_info(?) LIMIT 1').get('audit_entries') !== undefined
}

/** Whether an audit log still holds the entry that was its last one earlier. */
export function continuesLog(db: Database.Database, earlier: AuditEnd | null): boolean {
  if (earlier === null || earlier.count === 0) return true
  return hasAuditLog(db) && hashAt(db, earlier.count) === earlier.hash
}

function hashAt(db: Database.Database, sequence: number): string | null {
  const hash: unknown = db.prepare('SELECT hash FROM audit_entries WHERE sequence = ?').pluck().get(sequence)
  return hash instanceof Uint8Array ? Buffer.from(hash).toString('hex') : null
}
