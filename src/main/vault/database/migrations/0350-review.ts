import type { Migration } from './migration.ts'

/**
 * What supervisees have shared: the last bundle of each, their clients as it has them, and when each session first came.
 *
 * A client is kept as one JSON document, as the bundle has it. Beside it stands what the lists show, worked out at the
 * import, so that they read no document.
 */
export const review: Migration = {
  version: 350,
  up: `
    CREATE TABLE supervisees (
      contact_id TEXT PRIMARY KEY REFERENCES contacts (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      made_at TEXT NOT NULL,
      received_at TEXT NOT NULL,
      wellbeing TEXT,
      withdrawn TEXT NOT NULL,
      kept_on TEXT NOT NULL
    ) STRICT;
    CREATE INDEX supervisees_by_arrival ON supervisees (received_at);

    CREATE TABLE received_clients (
      id TEXT PRIMARY KEY,
      contact_id TEXT NOT NULL REFERENCES supervisees (contact_id) ON DELETE CASCADE,
      pseudonym TEXT NOT NULL,
      bundle_number INTEGER NOT NULL,
      question TEXT,
      sessions INTEGER NOT NULL,
      last_session INTEGER,
      work_version INTEGER NOT NULL,
      work TEXT NOT NULL,
      changes TEXT NOT NULL,
      content TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX received_clients_by_pseudonym ON received_clients (contact_id, pseudonym);
    CREATE INDEX received_clients_by_work_version ON received_clients (work_version);

    CREATE TABLE received_sessions (
      client_id TEXT NOT NULL REFERENCES received_clients (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      came_at TEXT NOT NULL,
      PRIMARY KEY (client_id, number)
    ) STRICT, WITHOUT ROWID;
  `,
}
