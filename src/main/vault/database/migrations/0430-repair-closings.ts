import type { Migration } from './migration.ts'

const changes = [
  { name: 'insert', row: 'new' },
  { name: 'update', row: 'new' },
  { name: 'delete', row: 'old' },
]

/**
 * What the therapist said when they closed what was open from a session: a drop in the client's rating, a noted rupture,
 * or both. Today and Clients rest on it, so a change removes the client's gist, as in `0370-client-gists.ts`.
 */
export const repairClosings: Migration = {
  version: 430,
  up: `
    CREATE TABLE repair_closings (
      session_id TEXT PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      is_of_fall INTEGER NOT NULL CHECK (is_of_fall IN (0, 1)),
      is_of_note INTEGER NOT NULL CHECK (is_of_note IN (0, 1)),
      how TEXT NOT NULL,
      words TEXT NOT NULL,
      closed_on TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX repair_closings_by_client ON repair_closings (client_id);
    ${changes
      .map(
        ({ name, row }) => `CREATE TRIGGER repair_closings_${name}_outdates_gists
      AFTER ${name} ON repair_closings BEGIN DELETE FROM client_gists WHERE client_id = ${row}.client_id; END;`,
      )
      .join('\n    ')}
  `,
}
