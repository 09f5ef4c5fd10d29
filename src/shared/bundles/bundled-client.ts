import { z } from 'zod'
import { changeExplanationSchema, episodeExplanationSchema } from '../analytics/explained/explanation.ts'
import { instrumentSchema } from '../instruments/instrument.ts'
import { measureIdSchema, plainTextSchema } from '../instruments/plain-text.ts'
import { scaleConstructSchema, scaleFrameSchema } from '../instruments/scale-facts.ts'
import { allianceMissingReasonSchema } from '../overview/client-overview.ts'
import { calendarDateSchema } from '../records/calendar.ts'
import { ruptureNoteSchema } from '../records/rupture-note.ts'
import { sessionStatusSchema } from '../records/session.ts'
import { raters } from '../records/session-log.ts'
import { longestDraftText, longestNote } from '../records/text.ts'
import { agreementSchema, longestAgreement } from '../supervision/meeting.ts'
import { bundleLimits } from './bundle-limits.ts'
import { bundleTextSchema } from './bundle-text.ts'
import { pseudonymSchema } from './pseudonym.ts'

const sessionNumber = z.int().min(1).max(100_000)
const seriesId = z
  .string()
  .max(150)
  .regex(/^(client|therapist)\/[a-z0-9-]+\/[a-z0-9-]+(@\d+)?$/)

/** A session of a bundle. Everything that was not chosen is null. */
const bundledSessionSchema = z.strictObject({
  number: sessionNumber,
  /** Counted from the week of the client's first session, which is 1. */
  week: z.int().min(1).max(11_000),
  date: calendarDateSchema.nullable(),
  status: sessionStatusSchema.exclude(['planned']),
  /** Why the client's alliance has no score. */
  clientMissing: allianceMissingReasonSchema.nullable(),
  /** What was noted of a strain or break, without words. */
  rupture: ruptureNoteSchema.omit({ note: true }).nullable(),
  notes: bundleTextSchema(longestNote).nullable(),
  /** The client's comments, the note on a rupture, and the therapist's words for their feelings. */
  words: z.array(bundleTextSchema(longestDraftText)).max(100).nullable(),
})

/** An end of a scale. Bounded, so that no reckoning with a stranger's numbers overflows. */
export const scaleEndSchema = z.number().min(-bundleLimits.scaleEnd).max(bundleLimits.scaleEnd)

/** The scores of one rater on one scale. */
const bundledSeriesSchema = z.strictObject({
  id: seriesId,
  rater: z.enum(raters),
  instrumentId: measureIdSchema,
  instrumentTitle: plainTextSchema,
  scaleId: measureIdSchema,
  title: plainTextSchema,
  construct: scaleConstructSchema,
  frame: scaleFrameSchema,
  occasion: instrumentSchema.shape.occasion,
  minimum: scaleEndSchema,
  maximum: scaleEndSchema,
  step: z.number().positive(),
  direction: z.enum(['higher-is-better', 'lower-is-better', 'neutral']),
  /** Sessions without a score are left out. */
  scores: z.array(z.strictObject({ session: sessionNumber, value: z.number() })).max(bundleLimits.sessions),
})

/** A fall that Attune found in a series. */
const bundledEpisodeSchema = z.strictObject({
  series: seriesId,
  peak: sessionNumber,
  trough: sessionNumber,
  /** Null while the fall is open. */
  end: sessionNumber.nullable(),
  depth: z.number().positive(),
  level: episodeExplanationSchema.shape.verdict.shape.level,
  state: episodeExplanationSchema.shape.verdict.shape.state,
})

/** How the client's scores on a questionnaire have changed, by the questionnaire's own threshold. */
const bundledOutcomeSchema = z.strictObject({
  series: seriesId,
  threshold: z.strictObject({ points: z.number().positive(), source: plainTextSchema }),
  baseline: sessionNumber,
  current: sessionNumber,
  change: changeExplanationSchema.shape.verdict.shape.change,
})

/** What was agreed about the client at a meeting of supervision, and what became of it. */
const bundledAgreementSchema = z.strictObject({
  /** The newest chosen session up to the day of the meeting; null if there is none. */
  session: sessionNumber.nullable(),
  text: bundleTextSchema(longestAgreement).min(1),
  state: agreementSchema.shape.state,
})

const fields = z.strictObject({
  pseudonym: pseudonymSchema,
  /** What the therapist asks of supervision. */
  question: bundleTextSchema(bundleLimits.question).min(1).nullable(),
  /** The series that the therapist leads with; null if it was not chosen. */
  lead: seriesId.nullable(),
  sessions: z.array(bundledSessionSchema).max(bundleLimits.sessions),
  series: z.array(bundledSeriesSchema).max(bundleLimits.series),
  episodes: z.array(bundledEpisodeSchema).max(bundleLimits.episodes),
  outcomes: z.array(bundledOutcomeSchema).max(bundleLimits.series),
  /** Only there if the therapist left out what was noted of strains and breaks; earlier bundles had no such field. */
  ruptures: z.literal('left-out').optional(),
  /**
   * Sessions whose drop or noted rupture the therapist closed, without words. Only there if there is one; earlier bundles
   * had no such field.
   */
  closings: z
    .array(z.strictObject({ session: sessionNumber, isOfFall: z.boolean(), isOfNote: z.boolean() }))
    .min(1)
    .max(bundleLimits.sessions)
    .optional(),
  /** Oldest first. Only there if the therapist chose them; earlier bundles had no such field. */
  agreements: z.array(bundledAgreementSchema).max(bundleLimits.agreements).optional(),
})

/** One client in a bundle. Every session and series that is named is in the bundle, and every score is in its range. */
export const bundledClientSchema = fields.superRefine((client, context) => {
  const refuse = (reason: 'out-of-range' | 'not-valid', path: (string | number)[]): void =>
    context.addIssue({ code: 'custom', message: reason, params: { reason }, path })
  const numbers = client.sessions.map(({ number }) => number)
  const known = new Set(numbers)
  if (numbers.some((number, index) => index > 0 && number <= (numbers[index - 1] ?? 0)))
    refuse('not-valid', ['sessions'])
  if (client.ruptures === 'left-out' && client.sessions.some(({ rupture }) => rupture !== null))
    refuse('not-valid', ['sessions'])
  client.closings?.forEach(({ session }, index) => {
    if (client.ruptures === 'left-out' || !known.has(session)) refuse('not-valid', ['closings', index])
  })
  const ids = new Set(client.series.map(({ id }) => id))
  if (ids.size < client.series.length) refuse('not-valid', ['series'])
  if (client.lead !== null && !ids.has(client.lead)) refuse('not-valid', ['lead'])
  client.series.forEach(({ minimum, maximum, scores }, index) => {
    if (!(minimum < maximum)) refuse('out-of-range', ['series', index])
    if (scores.some(({ value }) => value < minimum || value > maximum))
      refuse('out-of-range', ['series', index, 'scores'])
    const rated = scores.map(({ session }) => session)
    if (new Set(rated).size < rated.length || rated.some((session) => !known.has(session)))
      refuse('not-valid', ['series', index, 'scores'])
  })
  const isKnown = (series: string, ...sessions: (number | null)[]): boolean =>
    ids.has(series) && sessions.every((session) => session === null || known.has(session))
  client.episodes.forEach(({ series, peak, trough, end }, index) => {
    if (!isKnown(series, peak, trough, end)) refuse('not-valid', ['episodes', index])
  })
  client.outcomes.forEach(({ series, baseline, current }, index) => {
    if (!isKnown(series, baseline, current)) refuse('not-valid', ['outcomes', index])
  })
  client.agreements?.forEach(({ session }, index) => {
    if (session !== null && !known.has(session)) refuse('not-valid', ['agreements', index])
  })
})
export type BundledClient = z.output<typeof bundledClientSchema>
