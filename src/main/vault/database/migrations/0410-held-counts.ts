import type { Migration } from './migration.ts'

/**
 * How many sessions of a client were held, and when the last one was, beside the gist: Clients shows both, and counting
 * takes longer the longer the courses are. The triggers of `0370-client-gists.ts` remove them with the gist.
 */
export const heldCounts: Migration = {
  version: 410,
  up: `
    ALTER TABLE client_gists ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE client_gists ADD COLUMN last_held_on TEXT;
    UPDATE client_gists SET (held, last_held_on) = (
      SELECT count(*), max(date) FROM sessions WHERE client_id = client_gists.client_id AND status = 'held'
    );
  `,
}
