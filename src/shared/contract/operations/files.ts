import { z } from 'zod'
import { filePurposeSchema, fileTokenSchema } from '../../files/file-purposes.ts'
import { appMutation } from '../operation.ts'

export const chosenFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancelled') }),
  /** `token` is good for one use, for this purpose; `name` is the last part of the path, to be shown. */
  z.strictObject({ kind: z.literal('chosen'), token: fileTokenSchema, name: z.string() }),
])
export type ChosenFile = z.output<typeof chosenFileSchema>

export const files = {
  /** Lets the user choose in the system's dialog. The page never names a path and never learns one. */
  choose: appMutation({
    input: z.strictObject({ purpose: filePurposeSchema }),
    output: chosenFileSchema,
    availableIn: ['locked', 'open'],
  }),
}
