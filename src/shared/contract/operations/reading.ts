import { workProgressSchema } from '../../imports/work-progress.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

/** Files from outside, which a process of its own reads. */
export const reading = {
  /** Gives up the file that is being read, or its import; that operation fails with `reading-cancelled`. */
  cancel: vaultMutation({ input: nothing, output: nothing, needsWriting: false }),
  /** How far the import of a file is; null if there is none, or nobody knows. */
  progress: vaultQuery({ input: nothing, output: workProgressSchema.nullable() }),
}
