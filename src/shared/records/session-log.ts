import { z } from 'zod'
import { answersSchema, chosenWordsSchema } from '../instruments/response.ts'
import { instantSchema } from './calendar.ts'
import { responseIdSchema } from './ids.ts'
import { ruptureNoteSchema } from './rupture-note.ts'
import { sessionEventSchema, sessionSchema } from './session.ts'
import { clientCommentSchema } from './text.ts'

export const raters = ['client', 'therapist'] as const
export const occasions = ['before', 'after'] as const

/** One filled-in form: which instrument in which version, who answered, when, and what. */
export const responseSchema = z.strictObject({
  id: responseIdSchema,
  instrumentId: z.string().min(1).max(80),
  instrumentVersion: z.int().min(1),
  rater: z.enum(raters),
  occasion: z.enum(occasions),
  answers: answersSchema,
  words: chosenWordsSchema,
  comment: clientCommentSchema,
  recordedAt: instantSchema,
  /** When the therapist entered it from the client's sheet of paper; null if the person answered on the screen. */
  fromPaperAt: instantSchema.nullable().default(null),
})
export type Response = z.output<typeof responseSchema>

/** Everything about one session. */
export const sessionLogSchema = z.strictObject({
  session: sessionSchema,
  responses: z.array(responseSchema).max(40),
  ruptureNote: ruptureNoteSchema.nullable(),
  events: z.array(sessionEventSchema).max(40),
})
export type SessionLog = z.output<typeof sessionLogSchema>

/** A stored session with the revision that the next correction must name. */
export const storedSessionLogSchema = sessionLogSchema.extend({
  revision: z.int().min(1),
  savedAt: instantSchema,
  /** The client has rated emotions. They stay hidden until the guess is sealed or skipped. */
  hasHiddenEmotions: z.boolean(),
})
export type StoredSessionLog = z.output<typeof storedSessionLogSchema>
