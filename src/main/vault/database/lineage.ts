import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'

const setting = 'lineage'

/**
 * The id of the line of states that a database continues; null if it has never been renewed. A restore, a re-encryption
 * and a folder put back to an earlier day begin a new line, so that the backups of two lines never compete.
 */
export function lineageOf(db: Database.Database): string | null {
  // A schema before the settings has never begun a new line.
  if (db.prepare('SELECT 1 FROM pragma_table_info(?) LIMIT 1').get('vault_settings') === undefined)
    return null
  const content: unknown = db
    .prepare('SELECT content FROM vault_settings WHERE name = ?')
    .pluck()
    .get(setting)
  const value: unknown = typeof content === 'string' ? JSON.parse(content) : null
  return typeof value === 'string' ? value : null
}

/** Begins a new line of states. The database needs the current schema. */
export function renewLineage(db: Database.Database): void {
  db.prepare(
    `INSERT INTO vault_settings (name, content) VALUES (:name, :content)
     ON CONFLICT (name) DO UPDATE SET content = :content`,
  ).run({ name: setting, content: JSON.stringify(randomUUID()) })
}
