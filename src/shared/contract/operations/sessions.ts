import { z } from 'zod'
import { calendarDateSchema } from '../../records/calendar.ts'
import { clientIdSchema, sessionIdSchema } from '../../records/ids.ts'
import { firstLinesSchema } from '../../records/first-lines.ts'
import { sessionSchema } from '../../records/session.ts'
import { sessionLogSchema, storedSessionLogSchema } from '../../records/session-log.ts'
import { longestNoteQuery, mostNoteMatches, noteMatchSchema } from '../../search/note-match.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

const byId = z.strictObject({ id: sessionIdSchema })

const placedSchema = z.strictObject({ id: sessionIdSchema, number: z.int().min(1) })
export type PlacedSession = z.output<typeof placedSchema>

const count = z.int().min(0)

/** What belongs to a session and goes with it, and what Attune can't take back. */
const extentSchema = z.strictObject({
  /** The revision that a move must name. */
  revision: z.int().min(1),
  /** Its day, on which the client whom it moves to may have a session already. */
  date: calendarDateSchema,
  earlierVersions: count,
  hasDraft: z.boolean(),
  /** Answers that asked for attention at once; those that nobody has acknowledged are counted among them. */
  riskAnswers: count,
  unreadRisks: count,
  /** Prompts that were answered at it. */
  prompts: count,
  agendaItems: count,
  /** The questionnaires whose baseline it is. */
  baselines: count,
  /** Ratings of goals and problems in the client's own words. */
  ownRatings: count,
  /** The forms that the client declined in it. */
  declinedForms: count,
  /** Comments of supervisors on it, which stay. */
  comments: count,
  /** The contacts who were sent something about the client. */
  sharedWith: z.array(z.string()),
  /** The day by which no usual backup holds it; null if none holds it now. */
  leavesBackupsOn: calendarDateSchema.nullable(),
})
export type SessionExtent = z.output<typeof extentSchema>

const removedSchema = z.strictObject({
  id: sessionIdSchema,
  clientId: clientIdSchema,
  clientCode: z.string(),
  number: sessionSchema.shape.number,
  date: sessionSchema.shape.date,
})
export type RemovedSession = z.output<typeof removedSchema>

const movedSchema = z.strictObject({
  id: sessionIdSchema,
  clientId: clientIdSchema,
  clientCode: z.string(),
  number: sessionSchema.shape.number,
  /** Whether the number follows the order of days; if not, it is the next one. */
  isInOrder: z.boolean(),
})
export type MovedSession = z.output<typeof movedSchema>

export const sessions = {
  get: vaultQuery({ input: byId, output: storedSessionLogSchema }),
  /** The client's sessions with the next lower and the next higher number. */
  neighbours: vaultQuery({
    input: byId,
    output: z.strictObject({ previous: placedSchema.nullable(), next: placedSchema.nullable() }),
  }),
  /** The first lines of what was written in each of a client's sessions, where there is anything. */
  firstLines: vaultQuery({
    input: z.strictObject({ clientId: clientIdSchema }),
    output: z.array(firstLinesSchema),
  }),
  /**
   * The sessions in which something was written that holds every word of the query, as the beginning of a word; newest
   * first. Of one client, or of all with null.
   */
  search: vaultQuery({
    input: z.strictObject({
      query: z.string().max(longestNoteQuery),
      clientId: clientIdSchema.nullable(),
      offset: z.int().min(0),
    }),
    output: z.strictObject({
      total: z.int().min(0),
      matches: z.array(noteMatchSchema).max(mostNoteMatches),
    }),
  }),
  /** The number of the client's next session. */
  nextNumber: vaultQuery({
    input: z.strictObject({ clientId: clientIdSchema }),
    output: z.strictObject({ number: z.int().min(1) }),
  }),
  /**
   * Saves a session with everything the therapist entered; the client's own responses stay unchanged. A repeated save
   * changes nothing; other content names the revision it started from. The replaced version is kept if the session was
   * final, which makes the save a correction, or if the user saves over what was saved since they opened it.
   */
  save: vaultMutation({
    input: z.strictObject({
      log: sessionLogSchema,
      expectedRevision: z.int().min(0),
      /** Whether the user saves over a version that was saved since they opened the session. */
      isOverOther: z.boolean().default(false),
    }),
    output: storedSessionLogSchema,
  }),
  /** The client's sessions on a day, in order of their numbers. */
  onDay: vaultQuery({
    input: z.strictObject({ clientId: clientIdSchema, date: calendarDateSchema }),
    output: z.array(
      z.strictObject(sessionSchema.pick({ id: true, number: true, status: true, timeOfDay: true }).shape),
    ),
  }),
  /** What a removal or a move of the session would take along. */
  extent: vaultQuery({ input: byId, output: extentSchema }),
  /** The sessions whose removal can be undone, the latest first. A lock forgets them. */
  removed: vaultQuery({ input: nothing, output: z.array(removedSchema) }),
  /**
   * Removes a session with all that belongs to it. A repeated removal changes nothing. Refuses one with an answer that
   * nobody has acknowledged (`risk-not-acknowledged`).
   */
  remove: vaultMutation({ input: byId, output: removedSchema }),
  /**
   * Brings a removed session back as it was, under the next free number if another session has its own now. Throws
   * `removal-final` after a lock.
   */
  undoRemoval: vaultMutation({ input: byId, output: removedSchema }),
  /**
   * Moves a session to another client with its answers, versions and draft. It keeps its number if that is free and fits
   * the days of that client's sessions; otherwise it gets one that fits, or the next one. A repeated move changes nothing.
   * Throws `not-found` for a client or session that is gone, `conflict` for another revision, and `invalid-input` between
   * a fictional client and a real one.
   */
  move: vaultMutation({
    input: z.strictObject({
      id: sessionIdSchema,
      toClientId: clientIdSchema,
      expectedRevision: z.int().min(1),
    }),
    output: movedSchema,
  }),
  /** Versions that a correction, a save over another or a second hand-over replaced, newest first. */
  versions: vaultQuery({ input: byId, output: z.array(storedSessionLogSchema) }),
}
