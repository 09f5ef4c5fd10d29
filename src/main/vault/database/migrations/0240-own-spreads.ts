import type { Migration } from './migration.ts'

/**
 * How far each client's alliance ratings lie off their own course, so that the usual spread within clients is known
 * without reading a caseload. Derived from the stored scores, which are computed again with it.
 */
export const ownSpreads: Migration = {
  version: 240,
  up: `
    CREATE TABLE own_spreads (
      series TEXT NOT NULL,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      variance REAL NOT NULL,
      degrees_of_freedom INTEGER NOT NULL,
      PRIMARY KEY (series, client_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX own_spreads_by_client ON own_spreads (client_id);
    UPDATE score_state SET scoring = 0 WHERE EXISTS (SELECT 1 FROM sessions);
  `,
}
