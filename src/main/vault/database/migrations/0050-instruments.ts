import type { Migration } from './migration.ts'

/** Each instrument in the exact version that was answered, kept since its first response. */
export const instruments: Migration = {
  version: 50,
  up: `
    CREATE TABLE instruments (
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      content TEXT NOT NULL,
      PRIMARY KEY (id, version)
    ) STRICT, WITHOUT ROWID;
  `,
}
