import { z } from 'zod'
import { clientIdSchema, sessionIdSchema } from '../../records/ids.ts'
import { firstLinesSchema } from '../../records/first-lines.ts'
import { sessionLogSchema, storedSessionLogSchema } from '../../records/session-log.ts'
import { longestNoteQuery, mostNoteMatches, noteMatchSchema } from '../../search/note-match.ts'
import { vaultMutation, vaultQuery } from '../operation.ts'

const byId = z.strictObject({ id: sessionIdSchema })

const placedSchema = z.strictObject({ id: sessionIdSchema, number: z.int().min(1) })
export type PlacedSession = z.output<typeof placedSchema>

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
   * changes nothing. A correction names the revision it started from.
   */
  save: vaultMutation({
    input: z.strictObject({ log: sessionLogSchema, expectedRevision: z.int().min(0) }),
    output: storedSessionLogSchema,
  }),
  /** Earlier versions of a corrected session, newest first. */
  versions: vaultQuery({ input: byId, output: z.array(storedSessionLogSchema) }),
}
