import { z } from 'zod'
import { calendarDateSchema, instantSchema } from '../records/calendar.ts'
import { clientIdSchema, sessionIdSchema } from '../records/ids.ts'
import { sessionStatusSchema } from '../records/session.ts'
import { riskSchema } from '../risk/risk.ts'

const client = { clientId: clientIdSchema, clientCode: z.string(), isFictional: z.boolean() }
const session = { ...client, sessionId: sessionIdSchema, number: z.int().min(1) }

/** Who is seen today, what comes next, what was left open and what was not finished. */
export const todaySchema = z.strictObject({
  date: calendarDateSchema,
  /** Answers that ask for attention at once and are not closed: to be shown before all else. */
  risks: z.array(riskSchema),
  sessions: z.array(z.strictObject({ ...session, date: calendarDateSchema, status: sessionStatusSchema })),
  upcoming: z.array(z.strictObject({ ...session, date: calendarDateSchema })),
  drafts: z.array(z.strictObject({ ...session, updatedAt: instantSchema })),
  /** Sessions of earlier days that are still planned or begun. */
  unfinished: z.array(z.strictObject({ ...session, date: calendarDateSchema, status: sessionStatusSchema })),
  /** Rupture-level episodes in the client's own rating that are open or were not repaired. */
  episodes: z.array(
    z.strictObject({
      ...client,
      troughNumber: z.int().min(1),
      troughScore: z.number(),
      reference: z.number(),
      /** Ratings up to the peak that the reference level was taken from. */
      ratings: z.int(),
      state: z.enum(['open', 'unrepaired']),
    }),
  ),
  /** The newest rupture noted of each active client, where it is not marked as repaired. */
  notes: z
    .array(
      z.strictObject({
        ...client,
        number: z.int().min(1),
        isWithdrawal: z.boolean(),
        isConfrontation: z.boolean(),
        /** Null where it was not said where things stand. */
        resolution: z.enum(['partly', 'unresolved']).nullable(),
      }),
    )
    .default([]),
})
export type Today = z.output<typeof todaySchema>
