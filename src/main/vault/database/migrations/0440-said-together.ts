import type { Migration } from './migration.ts'

/** What was said when client and therapist looked at both views of a session, in the therapist's words. */
export const saidTogether: Migration = {
  version: 440,
  up: `
    CREATE TABLE said_together (
      session_id TEXT PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      said TEXT NOT NULL,
      said_on TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX said_together_by_client ON said_together (client_id);
  `,
}
