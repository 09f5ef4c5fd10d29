import { z } from 'zod'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import {
  retentionDecisionSchema,
  retentionReviewSchema,
  retentionRuleSchema,
} from '../../rights/retention.ts'
import { calendarDateSchema } from '../../records/calendar.ts'
import { clientIdSchema } from '../../records/ids.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'
import { longestPassphrase } from '../../passphrase/limits.ts'

const ofClient = z.strictObject({ clientId: clientIdSchema })

/** What an erasure would take, and until when it can be brought back. */
export const erasurePreviewSchema = z.strictObject({
  sessions: z.int().min(0),
  earlierVersions: z.int().min(0),
  drafts: z.int().min(0),
  riskAnswers: z.int().min(0),
  /** The day by which Attune's own backups no longer hold the client; null where none does now. */
  leavesBackupsOn: calendarDateSchema.nullable(),
})
export type ErasurePreview = z.output<typeof erasurePreviewSchema>

/**
 * How the search of the decrypted pages ended. `gone`: things of the client were found before the erasure and none
 * after. `found`: some still are. `nothing-to-look-for`: nothing of the client was distinctive enough. `too-large`:
 * the database doesn't fit into memory.
 */
export const erasureSearches = ['gone', 'found', 'nothing-to-look-for', 'too-large'] as const

export const erasedSchema = z.strictObject({
  sessions: z.int().min(0),
  search: z.enum(erasureSearches),
  /** The file was written anew without the freed pages; else that is done after the next unlock. */
  isRewritten: z.boolean(),
  leavesBackupsOn: calendarDateSchema.nullable(),
})
export type Erased = z.output<typeof erasedSchema>

/** What clients can ask for, and the law with them: to take their record along, and to be erased. */
export const rights = {
  /**
   * Saves what is kept of a client where the user chose: everything as JSON, everything as JSON in an age file that a
   * passphrase opens, or the answers and scores as a table.
   */
  exportClient: vaultMutation({
    input: z.discriminatedUnion('format', [
      z.strictObject({ format: z.literal('json'), clientId: clientIdSchema, token: fileTokenSchema }),
      z.strictObject({ format: z.literal('table'), clientId: clientIdSchema, token: fileTokenSchema }),
      z.strictObject({
        format: z.literal('age'),
        clientId: clientIdSchema,
        token: fileTokenSchema,
        passphrase: z.string().min(1).max(longestPassphrase),
      }),
    ]),
    output: z.strictObject({ name: z.string(), bytes: z.int().min(1) }),
  }),
  /** The rule for ended therapies, and those that are due by it. Nothing is ever erased by the rule itself. */
  retention: vaultQuery({ input: nothing, output: retentionReviewSchema }),
  setRetention: vaultMutation({ input: retentionRuleSchema, output: retentionReviewSchema }),
  /** Keeps an ended therapy beyond the rule, until a day to come. */
  keep: vaultMutation({
    input: retentionDecisionSchema.extend({ clientId: clientIdSchema }),
    output: retentionReviewSchema,
  }),
  erasurePreview: vaultQuery({ input: ofClient, output: erasurePreviewSchema }),
  /** Erases a client for good. `code-not-confirmed` unless the client's own code was typed. */
  erase: vaultMutation({
    input: z.strictObject({ clientId: clientIdSchema, typedCode: z.string().max(200) }),
    output: erasedSchema,
  }),
}
