import type Database from 'better-sqlite3'
import { z } from 'zod'

const keySchema = z.instanceof(Buffer)

/** The keys that a re-encryption replaced. They open copies from before it, and nothing that was written since. */
export function earlierKeysOf(db: Database.Database): Buffer[] {
  const stored = db.prepare('SELECT vault_key FROM earlier_keys ORDER BY vault_key').pluck().all()
  return z.array(keySchema).parse(stored)
}

/** Remembers keys that no longer open the vault. The database needs the current schema. */
export function addEarlierKeys(db: Database.Database, keys: readonly Uint8Array[]): void {
  const insert = db.prepare('INSERT INTO earlier_keys (vault_key) VALUES (?) ON CONFLICT DO NOTHING')
  for (const key of keys) insert.run(Buffer.from(key))
}
