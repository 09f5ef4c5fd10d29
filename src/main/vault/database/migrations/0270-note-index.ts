import type { Migration } from './migration.ts'

/**
 * The full-text index over what was written about the sessions: notes, ruptures, what was tried, events and comments.
 *
 * `note_entries` has a row for each session with any such text; its row goes with the session, and the trigger removes
 * the session's words with it. The index erases removed text (`secure-delete`). `note_index_state` names the way of
 * indexing that the rows come from; with 0 they are missing and have to be written. A vault without sessions misses
 * none.
 */
export const noteIndex: Migration = {
  version: 270,
  up: `
    CREATE TABLE note_entries (
      row INTEGER PRIMARY KEY,
      session_id TEXT NOT NULL UNIQUE REFERENCES sessions (id) ON DELETE CASCADE,
      client_id TEXT NOT NULL,
      date TEXT NOT NULL,
      number INTEGER NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE note_index USING fts5 (
      notes, rupture, tried, events, comments,
      tokenize = 'unicode61 remove_diacritics 2',
      prefix = '2 3'
    );
    INSERT INTO note_index (note_index, rank) VALUES ('secure-delete', 1);
    CREATE TRIGGER note_entries_take_their_words AFTER DELETE ON note_entries
    BEGIN DELETE FROM note_index WHERE rowid = old.row; END;
    CREATE TABLE note_index_state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      indexing INTEGER NOT NULL
    ) STRICT;
    INSERT INTO note_index_state (id, indexing) VALUES (1, NOT EXISTS (SELECT 1 FROM sessions));
  `,
}
