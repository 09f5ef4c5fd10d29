import { z } from 'zod'
import { promptSchema } from '../prompts/prompt.ts'
import { ruleParameterNameSchema, ruleParametersSchema } from '../rule-settings/rule-parameters.ts'
import { calendarDateSchema } from '../records/calendar.ts'
import { clientSchema } from '../records/client.ts'
import { sessionIdSchema } from '../records/ids.ts'
import { repairClosingSchema } from '../records/repair-closing.ts'
import { ruptureNoteSchema } from '../records/rupture-note.ts'
import { saidTogetherSchema } from '../records/said-together.ts'
import { modalities, sessionEventKinds, sessionStatusSchema } from '../records/session.ts'
import { clientSeriesSchema } from '../series/client-series.ts'
import { seriesLevelSchema } from '../series/series-level.ts'
import { feelingWordsSchema } from './feeling-words.ts'
import { outcomeStatusSchema } from './outcome-status.ts'
import { riskSchema } from '../risk/risk.ts'
import { courseSchema } from './explain-course.ts'

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
  /** By the id of their series, in points of its scale. */
  scores: z.record(z.string(), z.number()),
  /** Of a form that was answered before and after the session, the scores before it; the others are those after. */
  scoresBefore: z.record(z.string(), z.number()),
  /** The words that the therapist chose for their feelings; null if none. */
  feelingWords: feelingWordsSchema.nullable(),
  ruptureNote: ruptureNoteSchema.nullable(),
  events: z.array(z.enum(sessionEventKinds)),
})
export type SessionSummary = z.output<typeof sessionSummarySchema>

/** A series with its level over the client's past sessions. */
export const levelledSeriesSchema = clientSeriesSchema.extend({ level: seriesLevelSchema })
export type LevelledSeries = z.output<typeof levelledSeriesSchema>

/** Everything that the client's page shows, computed in the vault process by the shared analytics. */
export const clientOverviewSchema = z.strictObject({
  client: clientSchema,
  /** Open answers that need attention at once; shown before anything else. */
  risks: z.array(riskSchema),
  sessions: z.array(sessionSummarySchema),
  series: z.array(levelledSeriesSchema),
  /** The client's alliance series that the page leads with; null if there is none. */
  lead: z.string().nullable(),
  /** Whether the user chose that series; otherwise it is the one rated last. */
  isLeadChosen: z.boolean(),
  /** What the ratings show, once for each scale that has a course. */
  courses: z.array(courseSchema),
  /** The client's status by each questionnaire with a change threshold. */
  outcomes: z.array(outcomeStatusSchema),
  /** What the therapist closed, and how it ended. */
  closings: z.array(repairClosingSchema),
  /** What was said when both looked at a session, by session. */
  saidTogether: z.array(saidTogetherSchema),
  /** The parameters behind all of this, and which of them were changed. */
  parameters: ruleParametersSchema,
  changedParameters: z.array(ruleParameterNameSchema),
  prompts: z.array(promptSchema).max(3),
})
export type ClientOverview = z.output<typeof clientOverviewSchema>
