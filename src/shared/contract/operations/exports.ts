import { z } from 'zod'
import { exportFormats } from '../../exports/export-formats.ts'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import { clientIdSchema } from '../../records/ids.ts'
import { provenMutation, vaultQuery } from '../operation.ts'

const choiceSchema = z.strictObject({
  /** Null for all clients: the real ones, or the fictional ones if there are no others. */
  clientId: clientIdSchema.nullable(),
  formats: z.array(z.enum(exportFormats)).max(exportFormats.length),
  /** Notes, comments and picked words. */
  withWords: z.boolean(),
  /** Forms whose answers stay with the therapist unless they are asked for. */
  withPrivate: z.boolean(),
})
export type ExportChoice = z.output<typeof choiceSchema>

const count = z.int().min(0)

/** What an export would hold: counts, and the files with their sizes. */
export const exportPreviewSchema = z.strictObject({
  /** Clients with at least one session. */
  clients: count,
  /** Clients without a session, who are in none of the files. */
  clientsLeftOut: count,
  /** Fictional clients that are left out because there are real ones. */
  fictionalLeftOut: count,
  sessions: count,
  forms: count,
  /** Client ratings that are hidden from the therapist until the guess is sealed or skipped; never in the files. */
  hiddenForms: count,
  /** Forms marked as private, in the files only if they are asked for. */
  privateForms: count,
  files: z.array(z.strictObject({ name: z.string(), rows: count.nullable(), columns: count.nullable() })),
})
export type ExportPreview = z.output<typeof exportPreviewSchema>

/** Ratings that leave the vault for programs of others. */
export const exports = {
  preview: vaultQuery({ input: choiceSchema, output: exportPreviewSchema }),
  /**
   * Writes the files into a new folder within the chosen one. Fails with `nothing-to-export` if there is no session or
   * no format.
   */
  save: provenMutation({
    needsWriting: false,
    input: choiceSchema.extend({ token: fileTokenSchema }),
    output: z.strictObject({ folder: z.string(), files: count, sessions: count }),
  }),
}
