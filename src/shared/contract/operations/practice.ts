import { practiceSchema } from '../../practice/practice.ts'
import { nothing, vaultQuery } from '../operation.ts'

/** The therapist's own practice. */
export const practice = {
  /** How the practice went over the years. Reads the scores of every client, and lets other requests through. */
  get: vaultQuery({ input: nothing, output: practiceSchema }),
}
