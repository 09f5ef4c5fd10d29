import { z } from 'zod'
import { exportFormats } from '../../exports/export-formats.ts'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import { clientIdSchema } from '../../records/ids.ts'
import { nothing, provenMutation, vaultMutation, vaultQuery } from '../operation.ts'

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

/** Base64 of a file that begins as every PNG does. */
const pngSchema = z.base64().startsWith('iVBORw0KGgo').max(20_000_000)

/** The picture of a chart: PNG as base64, or SVG as text. */
const chartPictureSchema = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('png'), base64: pngSchema }),
  z.strictObject({ format: z.literal('svg'), text: z.string().startsWith('<svg ').max(10_000_000) }),
])
export type ChartPicture = z.output<typeof chartPictureSchema>

const aboutClient = z.strictObject({
  /** Null for a chart that is about no client. */
  clientId: clientIdSchema.nullable(),
})

/** Ratings and charts that leave the vault for programs of others. */
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
  /** Writes the picture of one chart to the file the user chose. */
  saveChart: vaultMutation({
    needsWriting: false,
    input: aboutClient.extend({ picture: chartPictureSchema, token: fileTokenSchema }),
    output: nothing,
  }),
  /** Notes that the picture of a chart was put on the clipboard. */
  noteChartCopied: vaultMutation({ needsWriting: false, input: aboutClient, output: nothing }),
}
