import { z } from 'zod'
import { calendarDateSchema } from './calendar.ts'
import { sessionIdSchema } from './ids.ts'
import { noteSchema } from './text.ts'

/** What was said when client and therapist looked at both views of a session, as the therapist wrote it. */
export const saidTogetherSchema = z.strictObject({
  sessionId: sessionIdSchema,
  said: noteSchema,
  saidOn: calendarDateSchema,
})
export type SaidTogether = z.output<typeof saidTogetherSchema>
