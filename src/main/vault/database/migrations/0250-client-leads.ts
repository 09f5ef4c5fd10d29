import type { Migration } from './migration.ts'

/** Which alliance series each client's page leads with, where the therapist chose one. */
export const clientLeads: Migration = {
  version: 250,
  up: `
    CREATE TABLE client_leads (
      client_id TEXT PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
      series TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
