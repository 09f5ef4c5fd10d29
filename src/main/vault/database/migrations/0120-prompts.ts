import type { Migration } from './migration.ts'

/** Answers to prompts, each with the prompt as it was then, and the rules that are switched off. */
export const prompts: Migration = {
  version: 120,
  up: `
    CREATE TABLE prompt_answers (
      id TEXT PRIMARY KEY,
      client_id TEXT REFERENCES clients (id) ON DELETE CASCADE,
      rule_id TEXT NOT NULL,
      rule_version INTEGER NOT NULL,
      session_number INTEGER NOT NULL,
      answer TEXT NOT NULL,
      reason TEXT,
      note TEXT NOT NULL,
      prompt TEXT NOT NULL,
      answered_at TEXT NOT NULL,
      discussed_at TEXT
    ) STRICT;
    CREATE INDEX prompt_answers_of_client ON prompt_answers (client_id, answered_at, id);
    CREATE INDEX prompt_answers_to_discuss ON prompt_answers (answered_at, id)
      WHERE answer = 'supervision' AND discussed_at IS NULL;

    CREATE TABLE prompt_rules_off (
      rule_id TEXT PRIMARY KEY,
      switched_off_at TEXT NOT NULL
    ) STRICT;
  `,
}
