import type { Migration } from './migration.ts'

/** The count of changes, which distinguishes an older copy of the database from the newest. */
export const meta: Migration = {
  version: 10,
  up: `
    CREATE TABLE vault_meta (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      sequence INTEGER NOT NULL
    ) STRICT;
    INSERT INTO vault_meta (id, sequence) VALUES (1, 0);
  `,
}
