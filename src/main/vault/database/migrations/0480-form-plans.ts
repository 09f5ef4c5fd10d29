import type { Migration } from './migration.ts'

/**
 * How often and when a client is given a form, and the forms that a client declines. Both are of a form and not of a
 * version of it, so they stay when a later version comes. A decline needs no plan.
 */
export const formPlans: Migration = {
  version: 480,
  up: `
    CREATE TABLE form_plans (
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      instrument_id TEXT NOT NULL,
      rhythm TEXT NOT NULL CHECK (rhythm IN ('every-session', 'every-nth', 'monthly')),
      nth INTEGER CHECK ((nth IS NULL) = (rhythm <> 'every-nth') AND nth BETWEEN 2 AND 52),
      moment TEXT NOT NULL CHECK (moment IN ('beginning', 'after')),
      last_day TEXT,
      PRIMARY KEY (client_id, instrument_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE declined_forms (
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      instrument_id TEXT NOT NULL,
      declined_on TEXT NOT NULL,
      declined_by TEXT NOT NULL CHECK (declined_by IN ('client', 'therapist')),
      PRIMARY KEY (client_id, instrument_id)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE hand_over_drafts ADD COLUMN declined TEXT NOT NULL DEFAULT '[]';
  `,
}
