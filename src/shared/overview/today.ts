import { z } from 'zod'
import { calendarDateSchema, instantSchema } from '../records/calendar.ts'
import { clientIdSchema, sessionIdSchema } from '../records/ids.ts'
import { sessionSchema } from '../records/session.ts'
import { riskSchema } from '../risk/risk.ts'

const client = { clientId: clientIdSchema, clientCode: z.string(), isFictional: z.boolean() }
const session = { ...client, sessionId: sessionIdSchema, number: z.int().min(1) }

const { date, timeOfDay, status } = sessionSchema.shape

/** Accepts a session in a list of days. */
const appointmentSchema = z.strictObject({ ...session, date, timeOfDay, status })

/** Today's sessions, the next ones, those left open and unfinished logs. */
export const todaySchema = z.strictObject({
  date: calendarDateSchema,
  /** Open answers that need attention at once; shown before anything else. */
  risks: z.array(riskSchema),
  sessions: z.array(appointmentSchema),
  upcoming: z.array(appointmentSchema),
  drafts: z.array(z.strictObject({ ...session, updatedAt: instantSchema })),
  /** Sessions of earlier days with the status planned or begun. */
  unfinished: z.array(appointmentSchema),
  /** Rupture-level episodes in the client's own rating that are open or were not repaired. */
  episodes: z.array(
    z.strictObject({
      ...client,
      troughNumber: z.int().min(1),
      troughScore: z.number(),
      reference: z.number(),
      /** Number of ratings up to the peak, which set the reference level. */
      ratings: z.int(),
      state: z.enum(['open', 'unrepaired']),
    }),
  ),
  /** The newest noted rupture of each active client, unless it is marked as repaired. */
  notes: z
    .array(
      z.strictObject({
        ...client,
        number: z.int().min(1),
        isWithdrawal: z.boolean(),
        isConfrontation: z.boolean(),
        /** Null if the note has no resolution. */
        resolution: z.enum(['partly', 'unresolved']).nullable(),
      }),
    )
    .default([]),
})
export type Today = z.output<typeof todaySchema>
