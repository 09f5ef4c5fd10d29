import type { Migration } from './migration.ts'

/**
 * The user's own summaries, marks and notes on any summary, and the full-text index over all of them.
 *
 * `evidence_entries` has a row for each indexed summary, with the fields that filters need. `fingerprint` identifies
 * the indexed text and the way it was indexed. The index erases removed text (`secure-delete`).
 */
export const evidence: Migration = {
  version: 110,
  up: `
    CREATE TABLE own_articles (
      id TEXT PRIMARY KEY,
      content TEXT NOT NULL,
      revision INTEGER NOT NULL,
      saved_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE evidence_marks (
      article_id TEXT PRIMARY KEY,
      is_bookmarked INTEGER NOT NULL CHECK (is_bookmarked IN (0, 1)),
      read_at TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE evidence_notes (
      article_id TEXT PRIMARY KEY,
      text TEXT NOT NULL,
      revision INTEGER NOT NULL,
      saved_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE evidence_entries (
      row INTEGER PRIMARY KEY,
      article_id TEXT NOT NULL UNIQUE,
      origin TEXT NOT NULL CHECK (origin IN ('shipped', 'own')),
      fingerprint TEXT NOT NULL,
      sort_key TEXT NOT NULL,
      topics TEXT NOT NULL,
      design TEXT,
      strength_order INTEGER,
      year INTEGER,
      is_complete INTEGER NOT NULL CHECK (is_complete IN (0, 1)),
      item TEXT NOT NULL,
      effect_ids TEXT NOT NULL
    ) STRICT;
    CREATE INDEX evidence_entries_by_sort_key ON evidence_entries
      (sort_key, article_id, topics, design, strength_order, year, origin, is_complete);
    CREATE INDEX evidence_entries_by_origin ON evidence_entries (origin, fingerprint, article_id);

    CREATE VIRTUAL TABLE evidence_index USING fts5 (
      title, citation, topic, claim, body, note,
      tokenize = 'unicode61 remove_diacritics 2',
      prefix = '1 2 3'
    );
    INSERT INTO evidence_index (evidence_index, rank) VALUES ('secure-delete', 1);
    INSERT INTO evidence_index (evidence_index, rank) VALUES ('rank', 'bm25(10.0, 8.0, 6.0, 4.0, 1.0, 1.0)');
  `,
}
