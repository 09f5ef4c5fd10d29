import type { Migration } from './migration.ts'

/**
 * In which session a client declined a form, so that the decline moves and goes with that session. It is null if the
 * therapist declined for them, and for what was declined before: that stays with the client. A client who is given the
 * sessions of another then has two declines of one form.
 */
export const declinedInSessions: Migration = {
  version: 570,
  up: `
    ALTER TABLE declined_forms RENAME TO declined_before;
    CREATE TABLE declined_forms (
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      instrument_id TEXT NOT NULL,
      session_id TEXT REFERENCES sessions (id) ON DELETE CASCADE,
      declined_on TEXT NOT NULL,
      declined_by TEXT NOT NULL CHECK (declined_by IN ('client', 'therapist')),
      CHECK (session_id IS NULL OR declined_by = 'client')
    ) STRICT;
    CREATE UNIQUE INDEX declined_forms_once ON declined_forms (client_id, instrument_id, ifnull(session_id, ''));
    CREATE INDEX declined_forms_of_session ON declined_forms (session_id) WHERE session_id IS NOT NULL;
    INSERT INTO declined_forms (client_id, instrument_id, declined_on, declined_by)
      SELECT client_id, instrument_id, declined_on, declined_by FROM declined_before;
    DROP TABLE declined_before;
  `,
}
