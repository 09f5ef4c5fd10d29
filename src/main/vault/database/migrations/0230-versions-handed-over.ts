import type { Migration } from './migration.ts'

/**
 * Which version of each form was handed over, so that an unfinished hand-over is kept under the questions that the
 * client saw. Until this step, one version of each shipped form existed.
 */
export const versionsHandedOver: Migration = {
  version: 230,
  up: `
    ALTER TABLE hand_over_drafts ADD COLUMN versions TEXT NOT NULL DEFAULT '{}';
    UPDATE hand_over_drafts SET versions = (
      SELECT json_group_object(key, 1) FROM json_each(answers)
      WHERE key LIKE 'attune-%' OR key IN ('phq-9', 'gad-7')
    );
  `,
}
