import type { Migration } from './migration.ts'

/**
 * The keys of this vault's user, the people with whom bundles are exchanged, the names of clients in those bundles, and
 * which bundles have come.
 */
export const contacts: Migration = {
  version: 330,
  up: `
    CREATE TABLE own_keys (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      keys TEXT NOT NULL,
      made_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE contacts (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('new', 'compared', 'changed')),
      keys TEXT NOT NULL,
      later_keys TEXT,
      signing TEXT NOT NULL,
      later_signing TEXT,
      last_number INTEGER NOT NULL DEFAULT 0,
      added_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX contacts_by_signing ON contacts (signing);
    CREATE INDEX contacts_by_later_signing ON contacts (later_signing);
    CREATE TABLE client_pseudonyms (
      contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      pseudonym TEXT NOT NULL,
      PRIMARY KEY (contact_id, client_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX client_pseudonyms_by_client ON client_pseudonyms (client_id);
    CREATE UNIQUE INDEX client_pseudonyms_by_pseudonym ON client_pseudonyms (pseudonym);
    CREATE TABLE withdrawn_pseudonyms (
      contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
      pseudonym TEXT NOT NULL,
      PRIMARY KEY (contact_id, pseudonym)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER client_pseudonyms_are_withdrawn AFTER DELETE ON client_pseudonyms
      WHEN EXISTS (SELECT 1 FROM contacts WHERE id = OLD.contact_id)
      BEGIN INSERT INTO withdrawn_pseudonyms VALUES (OLD.contact_id, OLD.pseudonym); END;
    CREATE TABLE received_bundles (
      contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
      bundle_id TEXT NOT NULL,
      number INTEGER NOT NULL,
      made_at TEXT NOT NULL,
      received_at TEXT NOT NULL,
      PRIMARY KEY (contact_id, bundle_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX received_bundles_by_number ON received_bundles (contact_id, number);
  `,
}
