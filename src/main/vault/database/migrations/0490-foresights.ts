import type { Migration } from './migration.ts'

/**
 * What the therapist foresaw after a session, and on which scale of the client's form. A row is never changed: whether it
 * has opened follows from the later sessions.
 */
export const foresights: Migration = {
  version: 490,
  up: `
    CREATE TABLE foresights (
      session_id TEXT PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
      foreseen TEXT NOT NULL CHECK (foreseen IN ('higher', 'same', 'lower', 'absent')),
      instrument_id TEXT NOT NULL,
      scale_id TEXT NOT NULL,
      sealed_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER foresights_stay_sealed BEFORE UPDATE ON foresights
      BEGIN SELECT RAISE(ABORT, 'a foresight is never changed'); END;
  `,
}
