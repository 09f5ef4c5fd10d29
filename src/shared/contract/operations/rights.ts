import { z } from 'zod'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import {
  retentionDecisionSchema,
  retentionReviewSchema,
  retentionRuleSchema,
} from '../../rights/retention.ts'
import { calendarDateSchema } from '../../records/calendar.ts'
import { clientIdSchema } from '../../records/ids.ts'
import { nothing, provenMutation, vaultMutation, vaultQuery } from '../operation.ts'
import { longestPassphrase } from '../../passphrase/limits.ts'

const ofClient = z.strictObject({ clientId: clientIdSchema })

/** What an erasure would delete, and until when a backup still holds it. */
export const erasurePreviewSchema = z.strictObject({
  sessions: z.int().min(0),
  earlierVersions: z.int().min(0),
  drafts: z.int().min(0),
  riskAnswers: z.int().min(0),
  /** The day from which Attune's own backups no longer hold the client; null if none does now. */
  leavesBackupsOn: calendarDateSchema.nullable(),
  /** Files among the backups that may hold the client, and that Attune neither verifies nor deletes. */
  unknownBackups: z.int().min(0),
})
export type ErasurePreview = z.output<typeof erasurePreviewSchema>

/**
 * The result of searching the decrypted pages. `gone`: the client's data was found before the erasure and not after.
 * `found`: some is still there. `nothing-to-look-for`: none of the client's data was distinctive enough. `too-large`:
 * the database doesn't fit into memory.
 */
export const erasureSearches = ['gone', 'found', 'nothing-to-look-for', 'too-large'] as const

export const erasedSchema = z.strictObject({
  sessions: z.int().min(0),
  search: z.enum(erasureSearches),
  /** The file was rewritten without the freed pages; if not, that happens after the next unlock. */
  isRewritten: z.boolean(),
  leavesBackupsOn: calendarDateSchema.nullable(),
  unknownBackups: z.int().min(0),
})
export type Erased = z.output<typeof erasedSchema>

/** The rights that clients have by law: to a copy of their record, and to erasure. */
export const rights = {
  /**
   * Exports a client to the file the user chose: everything as JSON, the same JSON in an age file that a passphrase
   * opens, or answers and scores as a table.
   */
  exportClient: provenMutation({
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
  /** The rule for ended therapies, and the clients that are due. The rule itself never erases anything. */
  retention: vaultQuery({ input: nothing, output: retentionReviewSchema }),
  setRetention: vaultMutation({ input: retentionRuleSchema, output: retentionReviewSchema }),
  /** Keeps an ended therapy beyond the rule, until a future day. */
  keep: vaultMutation({
    input: retentionDecisionSchema.extend({ clientId: clientIdSchema }),
    output: retentionReviewSchema,
  }),
  erasurePreview: vaultQuery({ input: ofClient, output: erasurePreviewSchema }),
  /** Erases a client permanently. Fails with `code-not-confirmed` unless the user typed the client's own code. */
  erase: provenMutation({
    input: z.strictObject({ clientId: clientIdSchema, typedCode: z.string().max(200) }),
    output: erasedSchema,
  }),
}
