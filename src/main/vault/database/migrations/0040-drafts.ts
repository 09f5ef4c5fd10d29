import type { Migration } from './migration.ts'

/** Unfinished input: a therapist's log by session, and the answers of the one handed-over form. */
export const drafts: Migration = {
  version: 40,
  up: `
    CREATE TABLE drafts (
      session_id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      base_revision INTEGER NOT NULL,
      log TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX drafts_by_client ON drafts (client_id);

    CREATE TABLE hand_over_drafts (
      session_id TEXT PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
      answers TEXT NOT NULL,
      comment TEXT NOT NULL,
      updated_at TEXT NOT NULL
    ) STRICT;
  `,
}
