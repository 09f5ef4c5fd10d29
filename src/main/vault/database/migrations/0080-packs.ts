import type { Migration } from './migration.ts'

/**
 * Imported instruments, each version with its content and whether it is offered. An instrument that ships with Attune
 * has a row only once it is retired, and no content: that is in its file.
 */
export const packs: Migration = {
  version: 80,
  up: `
    CREATE TABLE packs (
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('offered', 'retired')),
      source TEXT NOT NULL CHECK (source IN ('shipped', 'attune', 'fhir-r4')),
      imported_at TEXT,
      content TEXT,
      PRIMARY KEY (id, version),
      CHECK ((source = 'shipped') = (content IS NULL)),
      CHECK ((source = 'shipped') = (imported_at IS NULL))
    ) STRICT;
  `,
}
