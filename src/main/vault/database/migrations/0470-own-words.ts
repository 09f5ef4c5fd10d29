import type { Migration } from './migration.ts'

/**
 * Goals and problems in a client's own words, each with its wordings, and the client's ratings of these. A rating belongs
 * to the wording that the client saw; a second rating in the same session leaves the first.
 */
export const ownWords: Migration = {
  version: 470,
  up: `
    CREATE TABLE own_words (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('goal', 'problem')),
      position INTEGER NOT NULL,
      ended_on TEXT,
      UNIQUE (client_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE own_wordings (
      id TEXT PRIMARY KEY,
      own_words_id TEXT NOT NULL REFERENCES own_words (id) ON DELETE CASCADE,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      words TEXT NOT NULL,
      since TEXT NOT NULL,
      UNIQUE (own_words_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX own_wordings_by_client ON own_wordings (client_id);

    CREATE TABLE own_ratings (
      session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
      wording_id TEXT NOT NULL REFERENCES own_wordings (id) ON DELETE CASCADE,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      rated_at TEXT NOT NULL,
      value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),
      PRIMARY KEY (session_id, wording_id, rated_at)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX own_ratings_by_wording ON own_ratings (wording_id, rated_at);
    CREATE INDEX own_ratings_by_client ON own_ratings (client_id);

    CREATE TABLE own_words_places (
      client_id TEXT PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
      place TEXT NOT NULL CHECK (place IN ('after', 'before', 'not-asked'))
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE hand_over_drafts ADD COLUMN own_ratings TEXT NOT NULL DEFAULT '{}';
  `,
}
