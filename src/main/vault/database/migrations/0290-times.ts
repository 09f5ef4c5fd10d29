import type { Migration } from './migration.ts'

/**
 * The time of a session, the usual length of a client's sessions, and a status for each way of cancelling in time.
 *
 * SQLite can't change the check on a column, so a new column takes the place of the old one. A new table would not do:
 * dropping the old one would take all rows along that refer to it.
 */
export const times: Migration = {
  version: 290,
  up: `
    ALTER TABLE clients ADD COLUMN usual_duration_minutes INTEGER;
    ALTER TABLE sessions ADD COLUMN time_of_day TEXT;
    ALTER TABLE sessions ADD COLUMN any_status TEXT NOT NULL DEFAULT 'planned' CHECK (any_status IN
      ('planned', 'begun', 'held', 'late-cancel', 'no-show', 'cancelled-by-client', 'cancelled-by-therapist'));
    UPDATE sessions SET any_status = status;
    DROP INDEX sessions_by_status_date;
    DROP INDEX sessions_by_client_status_date;
    ALTER TABLE sessions DROP COLUMN status;
    ALTER TABLE sessions RENAME COLUMN any_status TO status;
    CREATE INDEX sessions_by_status_date ON sessions (status, date, time_of_day);
    CREATE INDEX sessions_by_client_status_date ON sessions (client_id, status, date);
  `,
}
