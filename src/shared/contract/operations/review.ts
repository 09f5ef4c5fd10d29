import { z } from 'zod'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import { calendarDateSchema, instantSchema } from '../../records/calendar.ts'
import { bundlePreviewSchema } from '../../review/bundle-preview.ts'
import { receivedClientIdSchema } from '../../review/received-client.ts'
import {
  reviewedClientSchema,
  reviewedSuperviseeSchema,
  reviewOverviewSchema,
} from '../../review/supervisee.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

const count = z.int().min(0)
const supervisee = z.strictObject({ contactId: z.uuid() })
const received = z.strictObject({ id: receivedClientIdSchema })

/** What supervisees have shared with the user. */
export const review = {
  /** Opens a bundle's file and compares it with what is there. Changes nothing; the bundle waits for its import. */
  preview: vaultMutation({
    input: z.strictObject({ token: fileTokenSchema }),
    output: bundlePreviewSchema,
    needsWriting: false,
  }),
  /**
   * Imports the bundle that was previewed last, whole or not at all. Fails with `conflict` if it no longer waits, or if
   * its sender or what is there has changed since.
   */
  import: vaultMutation({
    input: z.strictObject({ importId: z.uuid() }),
    output: z.strictObject({
      contactId: z.uuid(),
      clients: count,
      /** How many clients were removed because they were withdrawn. */
      removed: count,
    }),
  }),
  /** Forgets the bundle that waits for its import. */
  cancel: vaultMutation({ input: nothing, output: nothing, needsWriting: false }),
  /** Everybody whom the user supervises, the newest bundle first, with what changed and what is open. */
  overview: vaultQuery({ input: nothing, output: reviewOverviewSchema }),
  /**
   * The instant of the restored backup since which the vault may not know whom supervisees have withdrawn; null if it
   * knows, or the user has looked it through.
   */
  unknown: vaultQuery({ input: nothing, output: z.strictObject({ since: instantSchema.nullable() }) }),
  /** Notes that the user has looked through what a restored vault may not know. */
  noteLookedThrough: vaultMutation({ input: nothing, output: nothing }),
  supervisee: vaultQuery({ input: supervisee, output: reviewedSuperviseeSchema }),
  client: vaultQuery({ input: received, output: reviewedClientSchema }),
  /** Notes that the user has looked at what changed with a supervisee. */
  lookedAt: vaultMutation({ input: supervisee, output: nothing }),
  /** Keeps a supervisee's data as long again, from today. */
  keep: vaultMutation({
    input: supervisee,
    output: z.strictObject({ offeredFrom: calendarDateSchema }),
  }),
  /** Erases one client that a supervisee has shared. The next bundle can bring them again. */
  eraseClient: vaultMutation({ input: received, output: nothing }),
  /** Erases everything that a supervisee has shared. The contact stays. */
  eraseSupervisee: vaultMutation({ input: supervisee, output: z.strictObject({ clients: count }) }),
}
