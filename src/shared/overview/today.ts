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

/** Today's sessions, every planned one after today, those left open and unfinished logs. */
export const todaySchema = z.strictObject({
  date: calendarDateSchema,
  /** Whether the vault holds a client. */
  hasClients: z.boolean(),
  /** Open answers that need attention at once; shown before anything else. */
  risks: z.array(riskSchema),
  sessions: z.array(appointmentSchema),
  upcoming: z.array(appointmentSchema),
  drafts: z.array(z.strictObject({ ...session, updatedAt: instantSchema })),
  /** Sessions of earlier days with the status planned or begun. */
  unfinished: z.array(appointmentSchema),
})
export type Today = z.output<typeof todaySchema>
