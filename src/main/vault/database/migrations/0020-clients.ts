import type { Migration } from './migration.ts'

export const clients: Migration = {
  version: 20,
  up: `
    CREATE TABLE clients (
      id TEXT PRIMARY KEY,
      code TEXT NOT NULL,
      code_key TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'ended')),
      started_on TEXT NOT NULL,
      therapy_type TEXT NOT NULL,
      notes TEXT NOT NULL,
      is_fictional INTEGER NOT NULL CHECK (is_fictional IN (0, 1)),
      created_at TEXT NOT NULL,
      revision INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX clients_by_code_key ON clients (code_key);
    CREATE INDEX clients_by_fictional ON clients (is_fictional);
  `,
}
