import { z } from 'zod'
import type { ExportedSession } from '../exports/exported-ratings.ts'
import type { SessionAdditions } from '../exports/read/session-additions.ts'
import type { Answers } from '../instruments/response.ts'
import { calendarDateSchema } from '../records/calendar.ts'
import { raters } from '../records/session-log.ts'
import { importLimits } from './how-to-read.ts'

/**
 * A session as a table with the answers of one questionnaire has it. Answers are in the order of the items; null for one
 * that is missing.
 */
export const ratedSessionSchema = z.strictObject({
  /** Which of the import's questionnaires it is about, counted from 0. */
  questionnaire: z
    .int()
    .min(0)
    .max(importLimits.questionnaires - 1),
  client: z.string().min(1).max(40),
  number: z.int().min(1).max(100_000).nullable(),
  date: calendarDateSchema.nullable(),
  forms: z
    .array(
      z.strictObject({
        row: z.int().min(1),
        rater: z.enum(raters),
        answers: z.array(z.number().nullable()).max(200),
      }),
    )
    .max(2),
})
export type RatedSession = z.output<typeof ratedSessionSchema>

/** What a table holds beside its sessions. */
export const leftOutRowsSchema = z.strictObject({
  /** Rows without an answer. */
  empty: z.int().min(0),
  /** Rows of other questionnaires, items or raters. */
  other: z.int().min(0),
})
export type LeftOutRows = z.output<typeof leftOutRowsSchema>

/** A session that an import is to bring, whatever file it is from. */
export interface SessionToImport extends Pick<
  SessionAdditions,
  'client' | 'isFictional' | 'ownRatings' | 'texts'
> {
  /** Where it begins in its file. */
  readonly row: number
  readonly number: number | null
  readonly date: string | null
  /** What the session is like; null for a file that only adds to sessions, so that none is made for it. */
  readonly details: SessionDetails | null
  readonly forms: readonly FormToImport[]
}
export type SessionDetails = Pick<ExportedSession, 'status' | 'modality' | 'durationMinutes' | 'notes'>
export type OwnRatingToImport = SessionAdditions['ownRatings'][number]

export interface FormToImport extends Pick<
  ExportedSession['forms'][number],
  'instrumentId' | 'instrumentVersion' | 'rater' | 'occasion' | 'words' | 'comment'
> {
  readonly row: number
  /** Null if the file doesn't say when it was filled in. */
  readonly recordedAt: string | null
  /** When somebody entered it from paper; null if nobody did, or the file doesn't say. */
  readonly fromPaperAt: string | null
  readonly answers: Answers
}
