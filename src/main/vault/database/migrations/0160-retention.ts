import type { Migration } from './migration.ts'

/** Ended therapies kept beyond the retention rule, until when and why. The rule itself is a setting. */
export const retention: Migration = {
  version: 160,
  up: `
    CREATE TABLE retention_decisions (
      client_id TEXT PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
      kept_until TEXT NOT NULL,
      reason TEXT NOT NULL,
      decided_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX clients_by_status ON clients (status);
  `,
}
