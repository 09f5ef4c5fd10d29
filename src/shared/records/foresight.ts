import { z } from 'zod'
import { instantSchema } from './calendar.ts'
import { sessionIdSchema } from './ids.ts'

/** What a therapist can foresee of the client's next rating, compared with the newest one so far. */
export const directions = ['higher', 'same', 'lower'] as const
export const directionSchema = z.enum(directions)
export type Direction = z.output<typeof directionSchema>

/** What a therapist can foresee of the next session: a direction says that the client comes, `absent` that they don't. */
export const foreseenKinds = [...directions, 'absent'] as const
export const foreseenSchema = z.enum(foreseenKinds)
export type Foreseen = z.output<typeof foreseenSchema>

/** What was foreseen after a session, and on which scale of the client's form. Never changed once it is stored. */
export const foresightSchema = z.strictObject({
  sessionId: sessionIdSchema,
  foreseen: foreseenSchema,
  instrumentId: z.string(),
  scaleId: z.string(),
  sealedAt: instantSchema,
})
export type Foresight = z.output<typeof foresightSchema>
