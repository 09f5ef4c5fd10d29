import { z } from 'zod'
import { promptSchema } from '../prompts/prompt.ts'
import { ruleParameterNameSchema, ruleParametersSchema } from '../rule-settings/rule-parameters.ts'
import { calendarDateSchema } from '../records/calendar.ts'
import { clientSchema } from '../records/client.ts'
import { sessionIdSchema } from '../records/ids.ts'
import { ruptureNoteSchema } from '../records/rupture-note.ts'
import { scoreKeys } from '../records/score-key.ts'
import { modalities, sessionEventKinds, sessionStatusSchema } from '../records/session.ts'
import { outcomeStatusSchema } from './outcome-status.ts'
import { riskSchema } from '../risk/risk.ts'
import { overviewExplanationsSchema } from './overview-explanations.ts'

const scoreSchema = z.number().min(0).max(10)

/** Why the client's alliance has no score; `partly-answered` is a form with too few answers for one. */
export const allianceMissingReasonSchema = z.enum(['skipped', 'stopped', 'not-asked', 'partly-answered'])
export type AllianceMissingReason = z.output<typeof allianceMissingReasonSchema>

/** A session on the client's page: what happened and its scores. An absent score was not rated. */
export const sessionSummarySchema = z.strictObject({
  id: sessionIdSchema,
  number: z.int().min(1),
  status: sessionStatusSchema,
  date: calendarDateSchema,
  modality: z.enum(modalities),
  isClosed: z.boolean(),
  hasHiddenEmotions: z.boolean(),
  hasNotes: z.boolean(),
  /** Why the client's alliance has no score, if known. */
  clientMissing: allianceMissingReasonSchema.nullable(),
  scores: z.partialRecord(z.enum(scoreKeys), scoreSchema),
  ruptureNote: ruptureNoteSchema.nullable(),
  events: z.array(z.enum(sessionEventKinds)),
})
export type SessionSummary = z.output<typeof sessionSummarySchema>

const index = z.int().min(0)

/** An episode found by Attune rule 1 in one rater's alliance; indices count that client's sessions from 0. */
export const episodeSchema = z.strictObject({
  rater: z.enum(['client', 'therapist']),
  peak: index,
  reference: z.number(),
  trough: index,
  troughScore: z.number(),
  depth: z.number(),
  level: z.enum(['dip', 'rupture']),
  spread: z.number(),
  dipFrom: z.number(),
  ruptureFrom: z.number(),
  knownFrom: z.enum(['published', 'pooled', 'measurement-error', 'share-of-range']),
  ownSpread: z.number(),
  referenceRatings: z.int(),
  state: z.enum(['open', 'repaired', 'partly-repaired', 'unrepaired']),
  end: index.nullable(),
  missed: z.array(index),
})
export type Episode = z.output<typeof episodeSchema>

export const congruenceSchema = z.strictObject({
  pairs: z.int(),
  tracking: z.number(),
  directionalDiscrepancy: z.number(),
  correlation: z.number(),
  meanAbsoluteDifference: z.number(),
})

/** Everything that the client's page shows, computed in the vault process by the shared analytics. */
export const clientOverviewSchema = z.strictObject({
  client: clientSchema,
  /** Open answers that need attention at once; shown before anything else. */
  risks: z.array(riskSchema),
  sessions: z.array(sessionSummarySchema),
  episodes: z.array(episodeSchema),
  clientAllianceMean: z.strictObject({ mean: z.number().nullable(), n: z.int().min(0) }),
  therapistAllianceMean: z.strictObject({ mean: z.number().nullable(), n: z.int().min(0) }),
  allianceCongruence: congruenceSchema.nullable(),
  negativeEmotionAccuracy: congruenceSchema.nullable(),
  positiveEmotionAccuracy: congruenceSchema.nullable(),
  /** Explanations of episodes, limits, congruence and level; their sessions are indices into `sessions`. */
  explanations: overviewExplanationsSchema,
  /** The client's status by each questionnaire with a change threshold. */
  outcomes: z.array(outcomeStatusSchema),
  /** The parameters behind all of this, and which of them were changed. */
  parameters: ruleParametersSchema,
  changedParameters: z.array(ruleParameterNameSchema),
  prompts: z.array(promptSchema).max(3),
})
export type ClientOverview = z.output<typeof clientOverviewSchema>
