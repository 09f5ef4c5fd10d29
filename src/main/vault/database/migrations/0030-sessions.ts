import type { Migration } from './migration.ts'

export const sessions: Migration = {
  version: 30,
  up: `
    CREATE TABLE sessions (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('planned', 'begun', 'held', 'late-cancel', 'no-show')),
      date TEXT NOT NULL,
      zone TEXT NOT NULL,
      modality TEXT NOT NULL,
      duration_minutes INTEGER,
      notes TEXT NOT NULL,
      guess TEXT NOT NULL CHECK (guess IN ('open', 'sealed', 'skipped')),
      closed_at TEXT,
      rupture_note TEXT,
      revision INTEGER NOT NULL,
      saved_at TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX sessions_by_client_number ON sessions (client_id, number);
    CREATE INDEX sessions_by_status_date ON sessions (status, date);
    CREATE INDEX sessions_by_client_status_date ON sessions (client_id, status, date);

    CREATE TABLE session_events (
      id TEXT PRIMARY KEY,
      session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
    CREATE INDEX session_events_by_session ON session_events (session_id, position);

    CREATE TABLE responses (
      id TEXT PRIMARY KEY,
      session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      instrument_id TEXT NOT NULL,
      instrument_version INTEGER NOT NULL,
      rater TEXT NOT NULL CHECK (rater IN ('client', 'therapist')),
      occasion TEXT NOT NULL CHECK (occasion IN ('before', 'after')),
      answers TEXT NOT NULL,
      words TEXT NOT NULL,
      comment TEXT NOT NULL,
      recorded_at TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX responses_by_form
      ON responses (session_id, instrument_id, rater, occasion);
    CREATE INDEX responses_by_session ON responses (session_id, position);

    CREATE TABLE session_versions (
      session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
      revision INTEGER NOT NULL,
      content TEXT NOT NULL,
      PRIMARY KEY (session_id, revision)
    ) STRICT, WITHOUT ROWID;
  `,
}
