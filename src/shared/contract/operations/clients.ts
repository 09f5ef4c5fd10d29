import { z } from 'zod'
import { instrumentSchema } from '../../instruments/instrument.ts'
import { measureIdSchema } from '../../instruments/plain-text.ts'
import { packedOverviewSchema } from '../../overview/packed-overview.ts'
import { clientEntrySchema, clientSchema } from '../../records/client.ts'
import { calendarDateSchema } from '../../records/calendar.ts'
import { clientIdSchema, sessionIdSchema } from '../../records/ids.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

export const clientListItemSchema = z.strictObject({
  client: clientSchema,
  sessionCount: z.int().min(0),
  lastHeldOn: calendarDateSchema.nullable(),
  nextPlannedOn: calendarDateSchema.nullable(),
})
export type ClientListItem = z.output<typeof clientListItemSchema>

/** The most forms in one hand-over. */
export const mostClientForms = 10

/** The forms that a client gets at a hand-over, in order, and all that can be chosen. */
export const clientFormsSchema = z.strictObject({
  instrumentIds: z.array(measureIdSchema).min(1),
  /** The therapist has not chosen any; these are Attune's own three. */
  isUsual: z.boolean(),
  available: z.array(instrumentSchema),
})
export type ClientForms = z.output<typeof clientFormsSchema>

const byId = z.strictObject({ id: clientIdSchema })

export const clients = {
  list: vaultQuery({ input: nothing, output: z.array(clientListItemSchema) }),
  get: vaultQuery({ input: byId, output: clientSchema }),
  create: vaultMutation({ input: clientEntrySchema, output: clientSchema }),
  update: vaultMutation({
    input: z.strictObject({ entry: clientEntrySchema, expectedRevision: z.int().min(1) }),
    output: clientSchema,
  }),
  /** The client with every session's scores, the episodes, congruence and prompts. */
  overview: vaultQuery({ input: byId, output: packedOverviewSchema }),
  forms: vaultQuery({ input: byId, output: clientFormsSchema }),
  /** Chooses the client's forms from the next hand-over on. Fails with `form-not-offered` and its places. */
  setForms: vaultMutation({
    input: z.strictObject({
      id: clientIdSchema,
      instrumentIds: z
        .array(measureIdSchema)
        .min(1)
        .max(mostClientForms)
        .refine((ids) => new Set(ids).size === ids.length, 'A form is given once'),
    }),
    output: clientFormsSchema,
  }),
  /**
   * Chooses the alliance that the client's page leads with, by the id of its series; null for the one rated last. Fails
   * with `not-found` for a series that the client doesn't have or that can't lead.
   */
  setLead: vaultMutation({
    input: z.strictObject({ id: clientIdSchema, series: z.string().max(300).nullable() }),
    output: nothing,
  }),
  /** Chooses the session whose rating is the baseline of an instrument; null for the first one. */
  setOutcomeBaseline: vaultMutation({
    input: z.strictObject({
      id: clientIdSchema,
      instrumentId: measureIdSchema,
      sessionId: sessionIdSchema.nullable(),
    }),
    output: nothing,
  }),
}
