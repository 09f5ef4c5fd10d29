import { z } from 'zod'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import {
  retentionDecisionSchema,
  retentionReviewSchema,
  retentionRuleSchema,
} from '../../rights/retention.ts'
import { calendarDateSchema, instantSchema } from '../../records/calendar.ts'
import { clientIdSchema } from '../../records/ids.ts'
import { nothing, provenMutation, vaultMutation, vaultQuery } from '../operation.ts'
import { passphraseSchema } from '../secret-bytes.ts'

const ofClient = z.strictObject({ clientId: clientIdSchema })

/**
 * The copies of the vault beside its database, except usual backups: what a restore, a re-encryption or a migration
 * replaced, backups in folders that are no longer used, and copies with other names.
 */
export const copiesSchema = z.strictObject({
  /** Copies that one of the vault's keys opens. An erasure rewrites those that hold the client. */
  copies: z.int().min(0),
  /** Files that may hold the client and that Attune can neither open nor rewrite. */
  unreached: z.array(z.strictObject({ folder: z.string(), name: z.string() })).max(100),
  /** Folders for backups that can't be read now. */
  away: z.array(z.string()),
})
export type CopiesFound = z.output<typeof copiesSchema>

/** A client who was erased and came back with an older copy of the vault. */
export const returnedClientSchema = z.strictObject({
  clientId: clientIdSchema,
  code: z.string(),
  erasedAt: instantSchema,
})
export type ReturnedClient = z.output<typeof returnedClientSchema>

/** What an erasure would delete, and until when a backup still holds it. */
export const erasurePreviewSchema = copiesSchema.extend({
  sessions: z.int().min(0),
  earlierVersions: z.int().min(0),
  drafts: z.int().min(0),
  riskAnswers: z.int().min(0),
  /** The day from which Attune's own backups no longer hold the client; null if none does now. */
  leavesBackupsOn: calendarDateSchema.nullable(),
})
export type ErasurePreview = z.output<typeof erasurePreviewSchema>

/**
 * The result of searching the decrypted pages. `gone`: the client's data was found before the erasure and not after.
 * `found`: some is still there. `nothing-to-look-for`: none of the client's data was distinctive enough. `too-large`:
 * the database doesn't fit into memory.
 */
export const erasureSearches = ['gone', 'found', 'nothing-to-look-for', 'too-large'] as const

export const erasedSchema = copiesSchema.extend({
  sessions: z.int().min(0),
  search: z.enum(erasureSearches),
  /** The file was rewritten without the freed pages; if not, that happens after the next unlock. */
  isRewritten: z.boolean(),
  leavesBackupsOn: calendarDateSchema.nullable(),
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
        passphrase: passphraseSchema,
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
  /** The copies of the vault, for any client. */
  copies: vaultQuery({ input: nothing, output: copiesSchema }),
  /** Erased clients who are in the vault again because an older copy of it was put back. */
  returned: vaultQuery({ input: nothing, output: z.array(returnedClientSchema) }),
  /** Keeps such a client. */
  keepReturned: vaultMutation({ input: ofClient, output: nothing }),
  erasurePreview: vaultQuery({ input: ofClient, output: erasurePreviewSchema }),
  /** Erases a client permanently. Fails with `code-not-confirmed` unless the user typed the client's own code. */
  erase: provenMutation({
    input: z.strictObject({ clientId: clientIdSchema, typedCode: z.string().max(200) }),
    output: erasedSchema,
  }),
}
