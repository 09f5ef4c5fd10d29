import type { Migration } from './migration.ts'

/**
 * The audit log: who viewed or changed what, and when, without any content.
 *
 * Rows are only added, numbered without gaps: the triggers refuse everything else, `INSERT OR REPLACE` included. Ids
 * are not foreign keys, because an entry outlives its subject.
 */
export const audit: Migration = {
  version: 130,
  up: `
    CREATE TABLE audit_entries (
      sequence INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      zone TEXT NOT NULL,
      kind TEXT NOT NULL,
      client_id TEXT,
      session_id TEXT,
      count INTEGER,
      previous BLOB NOT NULL CHECK (length(previous) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    CREATE INDEX audit_entries_by_client ON audit_entries (client_id) WHERE client_id IS NOT NULL;
    CREATE INDEX audit_entries_by_kind ON audit_entries (kind);

    CREATE TRIGGER audit_entries_go_on BEFORE INSERT ON audit_entries
    WHEN new.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM audit_entries)
    BEGIN SELECT raise(ABORT, 'an audit entry has the next number'); END;
    CREATE TRIGGER audit_entries_stay BEFORE UPDATE ON audit_entries
    BEGIN SELECT raise(ABORT, 'an audit entry is never changed'); END;
    CREATE TRIGGER audit_entries_are_kept BEFORE DELETE ON audit_entries
    BEGIN SELECT raise(ABORT, 'an audit entry is never removed'); END;
  `,
}
