import type { Migration } from './migration.ts'

/** Finds a client's newest noted rupture without reading the sessions that have none. */
export const notedRuptures: Migration = {
  version: 310,
  up: `
    CREATE INDEX sessions_with_rupture_note ON sessions (client_id, number) WHERE rupture_note IS NOT NULL;
  `,
}
