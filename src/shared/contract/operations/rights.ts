import { z } from 'zod'
import { calendarDateSchema } from '../../sessions/calendar.ts'
import { clientIdSchema } from '../../sessions/ids.ts'
import { vaultMutation, vaultQuery } from '../operation.ts'

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
  erasurePreview: vaultQuery({ input: ofClient, output: erasurePreviewSchema }),
  /** Erases a client for good. `code-not-confirmed` unless the client's own code was typed. */
  erase: vaultMutation({
    input: z.strictObject({ clientId: clientIdSchema, typedCode: z.string().max(200) }),
    output: erasedSchema,
  }),
}
