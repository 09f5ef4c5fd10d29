import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { z } from 'zod'

const setting = 'lineage'
const leftSetting = 'lines-left'
const newerSetting = 'newer-backup-found'

const newerBackupSchema = z.strictObject({ createdAt: z.string(), zone: z.string() })
/** A backup with later changes than the vault: when and in which time zone it was made. */
type NewerBackup = z.output<typeof newerBackupSchema>

/**
 * The id of the line of states that a database continues; null if it has never been renewed. A restore, a re-encryption
 * and a folder put back to an earlier day begin a new line, so that the backups of two lines never compete.
 */
export function lineageOf(db: Database.Database): string | null {
  const value = read(db, setting)
  return typeof value === 'string' ? value : null
}

/**
 * The lines of states that a database has left behind, except the first one of the vault, which has no setting. Their
 * backups may be newer than the database without anything being wrong.
 */
export function linesLeft(db: Database.Database): string[] {
  const lines = z.array(z.string()).safeParse(read(db, leftSetting))
  return lines.success ? lines.data : []
}

/**
 * A backup with later changes that was found only after the vault had been opened and written to. The user has not been
 * asked about it. Null if there is none.
 */
export function newerBackupFound(db: Database.Database): NewerBackup | null {
  return newerBackupSchema.nullable().catch(null).parse(read(db, newerSetting))
}

/** Stores that such a backup was found. The next line of states forgets it. */
export function noteNewerBackup(db: Database.Database, { createdAt, zone }: NewerBackup): void {
  write(db, newerSetting, { createdAt, zone })
}

/** Begins a new line of states, which leaves the present line and `others` behind. The database needs the current schema. */
export function renewLineage(db: Database.Database, others: readonly string[] = []): void {
  const present = lineageOf(db)
  const left = new Set([...linesLeft(db), ...(present === null ? [] : [present]), ...others])
  write(db, setting, randomUUID())
  write(db, leftSetting, [...left])
  write(db, newerSetting, null)
}

function read(db: Database.Database, name: string): unknown {
  // A schema before the settings has never begun a new line.
  if (db.prepare('SELECT 1 FROM pragma_table_info(?) LIMIT 1').get('vault_settings') === undefined)
    return null
  const content: unknown = db.prepare('SELECT content FROM vault_settings WHERE name = ?').pluck().get(name)
  return typeof content === 'string' ? JSON.parse(content) : null
}

function write(db: Database.Database, name: string, value: unknown): void {
  db.prepare(
    `INSERT INTO vault_settings (name, content) VALUES (:name, :content)
     ON CONFLICT (name) DO UPDATE SET content = :content`,
  ).run({ name, content: JSON.stringify(value) })
}
