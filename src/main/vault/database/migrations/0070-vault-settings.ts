import type { Migration } from './migration.ts'

/** What the therapist sets for all clients: rule parameters and crisis text, as JSON by name. */
export const vaultSettings: Migration = {
  version: 70,
  up: `
    CREATE TABLE vault_settings (
      name TEXT PRIMARY KEY,
      content TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
