import { z } from 'zod'

/** Every id is a UUID created with the draft, so that saving twice changes nothing. */
export const clientIdSchema = z.uuid().brand<'ClientId'>()
export const sessionIdSchema = z.uuid().brand<'SessionId'>()
export const responseIdSchema = z.uuid().brand<'ResponseId'>()
export const sessionEventIdSchema = z.uuid().brand<'SessionEventId'>()
export const wellbeingCheckIdSchema = z.uuid().brand<'WellbeingCheckId'>()

export type ClientId = z.output<typeof clientIdSchema>
export type SessionId = z.output<typeof sessionIdSchema>
