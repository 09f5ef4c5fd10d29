import type { Migration } from './migration.ts'

/**
 * The scores of every session, computed from the answers when the session is written, so that a whole caseload can be
 * read without its answers.
 *
 * One row a session: a row for each response or each score takes about ten times as long to read. A layout says which
 * score stands at which place; sessions with the same forms share one. `score_state` names the scoring that the rows
 * come from; with 0 they are missing and have to be
 * computed. A vault without sessions misses none.
 */
export const scores: Migration = {
  version: 210,
  up: `
    CREATE TABLE score_layouts (
      id INTEGER PRIMARY KEY,
      columns TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE session_scores (
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      status TEXT NOT NULL,
      date TEXT NOT NULL,
      layout INTEGER NOT NULL REFERENCES score_layouts (id),
      scores TEXT NOT NULL,
      PRIMARY KEY (client_id, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX session_scores_by_layout ON session_scores (layout);
    CREATE TABLE score_state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      scoring INTEGER NOT NULL
    ) STRICT;
    INSERT INTO score_state (id, scoring) VALUES (1, NOT EXISTS (SELECT 1 FROM sessions));
  `,
}
