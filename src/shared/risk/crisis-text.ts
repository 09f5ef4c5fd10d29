import { noteSchema } from '../records/text.ts'

/** The longest crisis text, in UTF-16 code units: short enough to read at once. */
export const longestCrisisText = 2_000

/** Accepts the text beside a risk answer; empty until the therapist writes it. */
export const crisisTextSchema = noteSchema.max(longestCrisisText)

const unsetCrisisText =
  'No local crisis text has been written yet. Write it in the settings: who to call here, by day and by night, and what you have agreed to do.'

/** The crisis text to show, never empty: until the therapist writes one, it says so and where to write it. */
export function shownCrisisText(crisisText: string): string {
  // Emergency numbers differ from place to place, so Attune gives none that was not checked here.
  return crisisText.trim() === '' ? unsetCrisisText : crisisText
}
