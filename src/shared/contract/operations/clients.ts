import { z } from 'zod'
import { clientOverviewSchema } from '../../overview/client-overview.ts'
import { clientEntrySchema, clientSchema } from '../../sessions/client.ts'
import { calendarDateSchema } from '../../sessions/calendar.ts'
import { clientIdSchema } from '../../sessions/ids.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

export const clientListItemSchema = z.strictObject({
  client: clientSchema,
  sessionCount: z.int().min(0),
  lastHeldOn: calendarDateSchema.nullable(),
  nextPlannedOn: calendarDateSchema.nullable(),
})
export type ClientListItem = z.output<typeof clientListItemSchema>

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
  overview: vaultQuery({ input: byId, output: clientOverviewSchema }),
}
