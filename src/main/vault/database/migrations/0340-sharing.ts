import type { Migration } from './migration.ts'

/**
 * What clients have said to being discussed in supervision, and which bundles were saved for whom.
 *
 * A consent is erased with its contact, not turned into one for supervision at large.
 */
export const sharing: Migration = {
  version: 340,
  up: `
    CREATE TABLE sharing_consents (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      contact_id TEXT REFERENCES contacts (id) ON DELETE CASCADE,
      contact_name TEXT,
      given_on TEXT NOT NULL,
      manner TEXT NOT NULL,
      said TEXT NOT NULL,
      withdrawn_on TEXT,
      recorded_at TEXT NOT NULL,
      CHECK ((contact_id IS NULL) = (contact_name IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sharing_consents_of_client ON sharing_consents (client_id, given_on, id);
    CREATE INDEX sharing_consents_by_contact ON sharing_consents (contact_id);
    CREATE INDEX sharing_consents_given ON sharing_consents (client_id, contact_id) WHERE withdrawn_on IS NULL;

    CREATE TABLE sent_bundles (
      id TEXT PRIMARY KEY,
      contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
      contact_name TEXT NOT NULL,
      sent_at TEXT NOT NULL,
      is_with_wellbeing INTEGER NOT NULL CHECK (is_with_wellbeing IN (0, 1)),
      client_count INTEGER NOT NULL,
      removals INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sent_bundles_by_time ON sent_bundles (sent_at, id);
    CREATE INDEX sent_bundles_of_contact ON sent_bundles (contact_id, sent_at);

    CREATE TABLE sent_clients (
      bundle_id TEXT NOT NULL REFERENCES sent_bundles (id) ON DELETE CASCADE,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      pseudonym TEXT NOT NULL,
      choice TEXT NOT NULL,
      PRIMARY KEY (bundle_id, client_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sent_clients_of_client ON sent_clients (client_id);

    CREATE TABLE asked_removals (
      pseudonym TEXT PRIMARY KEY,
      bundle_id TEXT NOT NULL REFERENCES sent_bundles (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX asked_removals_of_bundle ON asked_removals (bundle_id);
  `,
}
