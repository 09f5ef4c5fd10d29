import { z } from 'zod'
import { keptParameterNameSchema } from '../rule-settings/rule-parameters.ts'

export const ruleIdSchema = z.string().min(1).max(80)
const sentenceSchema = z.string().min(1)

/** The areas of the rules; each has one file in `rules`. */
export const ruleAreas = [
  'rupture',
  'alliance',
  'empathy',
  'therapist-feelings',
  'congruence',
  'emotions',
  'attendance',
  'events',
  'outcome',
  'wellbeing',
  'supervision',
] as const

/** The finding that a prompt is based on, and a short name of its study. */
export const promptSourceSchema = z.strictObject({
  articleId: z.string().min(1),
  effectId: z.string().min(1),
  citation: sentenceSchema,
})

/** One number behind a prompt; `n` is how many ratings it comes from, or, with `of`, how many sessions. */
export const promptNumberSchema = z.strictObject({
  label: sentenceSchema,
  value: z.number(),
  n: z.int().min(1),
  of: z.literal('sessions').optional(),
})

export type PromptNumber = z.output<typeof promptNumberSchema>

/**
 * One suggestion for one client, with everything needed to check it: the client's own numbers, the rule in words, the
 * finding behind it, its strength and its limits.
 *
 * `sessionNumber` is the session that the numbers come from, or the check's place in a prompt about own checks.
 */
export const promptSchema = z.strictObject({
  ruleId: ruleIdSchema,
  ruleVersion: z.int().min(1),
  title: sentenceSchema,
  area: z.enum(ruleAreas),
  because: sentenceSchema,
  numbers: z.array(promptNumberSchema).min(1),
  suggestion: sentenceSchema,
  rule: sentenceSchema,
  /** The parameters behind it that the therapist has changed. */
  changedParameters: z.array(keptParameterNameSchema),
  strength: sentenceSchema,
  cantTell: sentenceSchema,
  source: promptSourceSchema,
  furtherSources: z.array(promptSourceSchema),
  /** What other rules say about the same event, the most urgent first. */
  also: z.array(z.strictObject({ ruleId: ruleIdSchema, title: sentenceSchema, because: sentenceSchema })),
  sessionNumber: z.int().min(1),
})

export type Prompt = z.output<typeof promptSchema>
