import type { Migration } from './migration.ts'

/** When the therapist entered a form from the client's sheet of paper; null for a form that was answered on the screen. */
export const fromPaper: Migration = {
  version: 450,
  up: 'ALTER TABLE responses ADD COLUMN from_paper_at TEXT',
}
