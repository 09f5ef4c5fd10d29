import type { Migration } from './migration.ts'

/** Answers that need attention immediately, each from the moment it is stored until somebody closes it. */
export const riskAnswers: Migration = {
  version: 90,
  up: `
    CREATE TABLE risk_answers (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
      instrument_id TEXT NOT NULL,
      instrument_version INTEGER NOT NULL,
      item_id TEXT NOT NULL,
      value REAL NOT NULL,
      answered_at TEXT NOT NULL,
      acknowledged_at TEXT,
      acknowledged_note TEXT,
      closed_at TEXT,
      closed_note TEXT,
      CHECK ((acknowledged_at IS NULL) = (acknowledged_note IS NULL)),
      CHECK ((closed_at IS NULL) = (closed_note IS NULL)),
      CHECK (closed_at IS NULL OR acknowledged_at IS NOT NULL)
    ) STRICT;
    CREATE UNIQUE INDEX risk_answers_by_answer
      ON risk_answers (session_id, instrument_id, instrument_version, item_id, value);
    CREATE INDEX risk_answers_by_client ON risk_answers (client_id, answered_at);
    CREATE INDEX risk_answers_open ON risk_answers (answered_at) WHERE closed_at IS NULL;
  `,
}
