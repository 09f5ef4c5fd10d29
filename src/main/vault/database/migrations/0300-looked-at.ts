import type { Migration } from './migration.ts'

/** Reasons to look at a client that the therapist has looked at, what each rested on, and the day it returns. */
export const lookedAt: Migration = {
  version: 300,
  up: `
    CREATE TABLE attention_looked_at (
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      evidence TEXT NOT NULL,
      until TEXT NOT NULL,
      looked_at TEXT NOT NULL,
      PRIMARY KEY (client_id, kind)
    ) STRICT, WITHOUT ROWID;
  `,
}
