import { z } from 'zod'
import { noteSchema } from '../records/text.ts'
import { ruleParametersSchema } from './rule-parameters.ts'

/** The longest crisis text, in UTF-16 code units: it must be read in one go. */
export const longestCrisisText = 2_000

/** Accepts what is shown beside a risk answer; empty while nobody has written it. */
export const crisisTextSchema = noteSchema.max(longestCrisisText)

/** What a therapist sets for all clients: the parameters of the rules, and what to do where someone is at risk. */
export const ruleSettingsSchema = z.strictObject({
  parameters: ruleParametersSchema,
  crisisText: crisisTextSchema,
})
export type RuleSettings = z.output<typeof ruleSettingsSchema>

const unsetCrisisText =
  'No local crisis text has been written yet. Write it in the settings: who to call here, by day and by night, and what you have agreed to do.'

/** The crisis text to show, never empty: until somebody writes it, what is missing and where it is written. */
export function shownCrisisText(crisisText: string): string {
  // Which number to call differs from place to place, so no number is given that nobody here has checked.
  return crisisText.trim() === '' ? unsetCrisisText : crisisText
}
