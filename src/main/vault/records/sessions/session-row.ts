import { z } from 'zod'
import { responseSchema, storedSessionLogSchema } from '#shared/records/session-log.ts'
import { ruptureNoteSchema } from '#shared/records/rupture-note.ts'
import { sessionEventSchema, sessionSchema } from '#shared/records/session.ts'
import { jsonColumn, rowOf } from '../stored-row.ts'

const { answers, words } = responseSchema.shape
const { revision, savedAt } = storedSessionLogSchema.shape
const sessionId = z.string()

/** Reads a row of `sessions`: a stored session without its responses and events. */
export const sessionRecordSchema = rowOf(
  sessionSchema
    .extend({ ruptureNote: jsonColumn(ruptureNoteSchema).nullable(), revision, savedAt })
    .transform(({ ruptureNote, revision, savedAt, ...session }) => ({
      session,
      ruptureNote,
      revision,
      savedAt,
    })),
)
export type SessionRecord = Readonly<z.output<typeof sessionRecordSchema>>

/** Reads a row of `responses`, with its session's id. */
export const responseRowSchema = rowOf(
  responseSchema
    .extend({ sessionId, answers: jsonColumn(answers), words: jsonColumn(words) })
    .transform(({ sessionId, ...response }) => ({ sessionId, response })),
)

/** Reads a row of `session_events`, with its session's id. */
export const eventRowSchema = rowOf(
  sessionEventSchema.extend({ sessionId }).transform(({ sessionId, ...event }) => ({ sessionId, event })),
)
