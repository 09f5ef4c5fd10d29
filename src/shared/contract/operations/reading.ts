import { nothing, vaultMutation } from '../operation.ts'

/** Files from outside, which a process of its own reads. */
export const reading = {
  /** Gives up the file that is being read; its operation fails with `reading-cancelled`. */
  cancel: vaultMutation({ input: nothing, output: nothing, needsWriting: false }),
}
