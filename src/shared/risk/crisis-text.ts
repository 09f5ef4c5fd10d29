import { noteSchema } from '../records/text.ts'

/** The longest crisis text, in UTF-16 code units: it must be read in one go. */
export const longestCrisisText = 2_000

/** Accepts what is shown beside a risk answer; empty while nobody has written it. */
export const crisisTextSchema = noteSchema.max(longestCrisisText)

const unsetCrisisText =
  'No local crisis text has been written yet. Write it in the settings: who to call here, by day and by night, and what you have agreed to do.'

/** The crisis text to show, never empty: until somebody writes it, what is missing and where it is written. */
export function shownCrisisText(crisisText: string): string {
  // Which number to call differs from place to place, so no number is given that nobody here has checked.
  return crisisText.trim() === '' ? unsetCrisisText : crisisText
}
