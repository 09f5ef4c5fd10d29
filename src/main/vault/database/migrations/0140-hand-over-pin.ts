import type { Migration } from './migration.ts'

/** The PIN that ends a hand-over, stretched by Argon2id (64 MiB, 3 passes); at most one. */
export const handOverPin: Migration = {
  version: 140,
  up: `
    CREATE TABLE hand_over_pin (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      salt BLOB NOT NULL CHECK (length(salt) = 16),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
  `,
}
