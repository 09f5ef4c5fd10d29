import { z } from 'zod'
import { measureIdSchema } from '../instruments/plain-text.ts'
import { calendarDateSchema } from './calendar.ts'

/** When in a session a client is given a form. */
export const handOverMoments = ['beginning', 'after'] as const
export const handOverMomentSchema = z.enum(handOverMoments)
export type HandOverMoment = z.output<typeof handOverMomentSchema>

/** The rarest that a form can be given by number of sessions: about once a year, seen weekly. */
export const rarestSession = 52

/** How often a client is given a form. */
export const formRhythmSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('every-session') }),
  /** Every second, third or later session. */
  z.strictObject({ kind: z.literal('every-nth'), n: z.int().min(2).max(rarestSession) }),
  /** A month after it was last answered. */
  z.strictObject({ kind: z.literal('monthly') }),
])
export type FormRhythm = z.output<typeof formRhythmSchema>

/** When one client is given one form. */
export const formPlanSchema = z.strictObject({
  rhythm: formRhythmSchema,
  moment: handOverMomentSchema,
  /** The last day on which it is given; null if there is none. */
  lastDay: calendarDateSchema.nullable(),
})
export type FormPlan = z.output<typeof formPlanSchema>

/** Who said that a client declines a form: the client in their form, or the therapist for them. */
export const declinedBySchema = z.enum(['client', 'therapist'])

/** A form that a client declines. It is not given again until the therapist asks again. */
export const declinedFormSchema = z.strictObject({ on: calendarDateSchema, by: declinedBySchema })
export type DeclinedForm = z.output<typeof declinedFormSchema>

/** What is planned for a form of a client, and whether they decline it. */
export const plannedFormSchema = z.strictObject({
  instrumentId: measureIdSchema,
  plan: formPlanSchema.nullable(),
  declined: declinedFormSchema.nullable(),
})
export type PlannedForm = z.output<typeof plannedFormSchema>
