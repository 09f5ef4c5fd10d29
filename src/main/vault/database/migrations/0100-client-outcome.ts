import type { Migration } from './migration.ts'

/** Which forms a client is given, and which rating of an instrument is the baseline for later ones. */
export const clientOutcome: Migration = {
  version: 100,
  up: `
    CREATE TABLE client_forms (
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      instrument_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      PRIMARY KEY (client_id, instrument_id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX client_forms_by_position ON client_forms (client_id, position);

    CREATE TABLE outcome_baselines (
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      instrument_id TEXT NOT NULL,
      session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
      PRIMARY KEY (client_id, instrument_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX outcome_baselines_by_session ON outcome_baselines (session_id);
  `,
}
