import type { Migration } from './migration.ts'

/**
 * Drafts of every form with text besides the session's. A session's draft also keeps a date as it was typed, which may
 * not be a date yet.
 */
export const typedInput: Migration = {
  version: 200,
  up: `
    CREATE TABLE form_drafts (
      form TEXT NOT NULL,
      subject TEXT NOT NULL,
      client_id TEXT REFERENCES clients (id) ON DELETE CASCADE,
      content TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      PRIMARY KEY (form, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX form_drafts_by_client ON form_drafts (client_id);
    ALTER TABLE drafts ADD COLUMN typed_date TEXT;
  `,
}
