import { z } from 'zod'
import { filePurposeSchema, fileTokenSchema } from '../../files/file-purposes.ts'
import { appMutation, nothing } from '../operation.ts'

export const chosenFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancelled') }),
  /** `token` is valid for one use and this purpose; `name` is the last part of the path, for display. */
  z.strictObject({ kind: z.literal('chosen'), token: fileTokenSchema, name: z.string() }),
])
export type ChosenFile = z.output<typeof chosenFileSchema>

export const files = {
  /** Opens the system's dialog. The page never sends or receives a path. */
  choose: appMutation({
    input: z.strictObject({ purpose: filePurposeSchema }),
    output: chosenFileSchema,
    availableIn: ['locked', 'open'],
  }),
  /**
   * Opens the system's dialog for a PDF, prints the page as it is now, and hands the PDF over with the path. Fails with
   * `not-available` if the page can't be printed.
   */
  printPage: appMutation({ input: nothing, output: chosenFileSchema }),
}
