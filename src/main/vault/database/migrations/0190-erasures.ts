import type { Migration } from './migration.ts'

/**
 * What an erasure must know later: the keys that open copies from before a re-encryption, and the random ids of the
 * clients who were erased. `is_kept` is 1 once the user has decided to keep a client who came back with an older copy.
 */
export const erasures: Migration = {
  version: 190,
  up: `
    CREATE TABLE earlier_keys (vault_key BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE erased_clients (
      id TEXT PRIMARY KEY,
      at TEXT NOT NULL,
      is_kept INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
