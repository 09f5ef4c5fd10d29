import type { Migration } from './migration.ts'

/**
 * How many of a client's sessions had been held on the day of an agreement, and on the day of its newest answer, when it
 * was made or given. A session later on the same day is a next session; the day alone does not say which came first. What
 * is there already counts every session of its day as held before.
 */
export const askedInTheDay: Migration = {
  version: 560,
  up: `
    ALTER TABLE supervision_agreements ADD COLUMN held_when_agreed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE supervision_agreements ADD COLUMN held_when_answered INTEGER NOT NULL DEFAULT 0;
    UPDATE supervision_agreements SET
      held_when_agreed = (SELECT count(*) FROM sessions s
        WHERE s.client_id = supervision_agreements.client_id AND s.status = 'held' AND s.date = agreed_on),
      held_when_answered = (SELECT count(*) FROM sessions s
        WHERE s.client_id = supervision_agreements.client_id AND s.status = 'held' AND s.date = answered_on);
  `,
}
