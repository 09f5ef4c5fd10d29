import type { Migration } from './migration.ts'

/**
 * Under which pseudonyms supervisees have withdrawn clients. Such a client stays away, also after an older backup was
 * restored or an older file was opened. It begins with those that nobody has looked at yet.
 */
export const receivedWithdrawals: Migration = {
  version: 520,
  up: `
    CREATE TABLE received_withdrawals (
      contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
      pseudonym TEXT NOT NULL,
      PRIMARY KEY (contact_id, pseudonym)
    ) STRICT, WITHOUT ROWID;
    INSERT OR IGNORE INTO received_withdrawals
      SELECT contact_id, value FROM supervisees, json_each(supervisees.withdrawn);
  `,
}
