import type { Migration } from './migration.ts'

/**
 * A supervisor's comments and things to talk about, which clients a reply has named; and in the therapist's vault the
 * comments that have come, and with which replies.
 *
 * What a supervisor was writing about a received client goes with that client.
 */
export const replies: Migration = {
  version: 360,
  up: `
    CREATE TABLE review_comments (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES received_clients (id) ON DELETE CASCADE,
      about TEXT NOT NULL,
      text TEXT NOT NULL,
      study TEXT,
      written_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX review_comments_of_client ON review_comments (client_id, written_at, id);

    CREATE TABLE replied_clients (
      client_id TEXT PRIMARY KEY REFERENCES received_clients (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE review_lines (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES received_clients (id) ON DELETE CASCADE,
      line TEXT NOT NULL,
      is_done INTEGER NOT NULL CHECK (is_done IN (0, 1)),
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX review_lines_of_client ON review_lines (client_id, created_at, id);
    CREATE INDEX review_lines_waiting ON review_lines (is_done, created_at, id);

    CREATE TRIGGER review_drafts_go_with_the_client AFTER DELETE ON received_clients
      BEGIN
        DELETE FROM form_drafts WHERE form IN ('review-comment', 'review-line')
          AND subject BETWEEN OLD.id AND OLD.id || '~';
      END;

    CREATE TABLE received_replies (
      contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
      reply_id TEXT NOT NULL,
      number INTEGER NOT NULL,
      made_at TEXT NOT NULL,
      received_at TEXT NOT NULL,
      PRIMARY KEY (contact_id, reply_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX received_replies_by_number ON received_replies (contact_id, number);

    CREATE TABLE supervisor_comments (
      id TEXT NOT NULL,
      contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
      contact_name TEXT NOT NULL,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      about TEXT NOT NULL,
      text TEXT NOT NULL,
      study TEXT,
      came_at TEXT NOT NULL,
      PRIMARY KEY (contact_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX supervisor_comments_of_client ON supervisor_comments (client_id, came_at, id);
    CREATE INDEX supervisor_comments_by_time ON supervisor_comments (came_at, id);
  `,
}
