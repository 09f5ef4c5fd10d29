import type { Migration } from './migration.ts'

/** The therapist's private checks. */
export const wellbeing: Migration = {
  version: 60,
  up: `
    CREATE TABLE wellbeing_checks (
      id TEXT PRIMARY KEY,
      taken_on TEXT NOT NULL,
      instrument_id TEXT NOT NULL,
      instrument_version INTEGER NOT NULL,
      answers TEXT NOT NULL,
      note TEXT NOT NULL,
      recorded_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX wellbeing_checks_by_date ON wellbeing_checks (taken_on);
  `,
}
