import type { Migration } from './migration.ts'

/**
 * What the vault has to remember of files between two people: which session of a client each number stands for that has
 * left in a bundle, for whom an audit entry's file was, and which comments of supervisors were read.
 *
 * A number that has left stands for one session for good: comments name it. `session_id` is no foreign key, because the
 * number stays taken when its session is removed or moved; it is null if that session is not known any more.
 */
export const whatHasLeft: Migration = {
  version: 420,
  up: `
    CREATE TABLE shared_numbers (
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      session_id TEXT,
      PRIMARY KEY (client_id, number)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO shared_numbers (client_id, number, session_id)
      SELECT client_id, number, id FROM sessions
      WHERE status <> 'planned' AND EXISTS (SELECT 1 FROM sent_clients c WHERE c.client_id = sessions.client_id);
    INSERT OR IGNORE INTO shared_numbers (client_id, number, session_id)
      SELECT client_id, coalesce(about ->> '$.session', about ->> '$.peak'), NULL FROM supervisor_comments;

    ALTER TABLE audit_entries ADD COLUMN contact_id TEXT;

    ALTER TABLE supervisor_comments ADD COLUMN read_at TEXT;
    CREATE INDEX supervisor_comments_unread ON supervisor_comments (came_at, id) WHERE read_at IS NULL;
    UPDATE supervisor_comments SET read_at = came_at WHERE came_at <= (
      SELECT saved_at FROM supervision_meetings ORDER BY held_on DESC, saved_at DESC, id DESC LIMIT 1
    );
  `,
}
