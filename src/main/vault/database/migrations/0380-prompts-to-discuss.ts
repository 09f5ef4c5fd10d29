import type { Migration } from './migration.ts'

/** Removes the index for prompts that wait for supervision. The agenda has items of its own, and no statement uses it. */
export const promptsToDiscuss: Migration = {
  version: 380,
  up: 'DROP INDEX prompt_answers_to_discuss;',
}
