import { z } from 'zod'
import {
  doneImportSchema,
  fileToImportSchema,
  fileToSurveySchema,
  importIdSchema,
  importPlanSchema,
  surveyedSchema,
  takenBackSchema,
} from '../../imports/import-preview.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

/** Ratings that come from files of other programs, and from an export of Attune. */
export const imports = {
  /** Looks at the columns of a file; saves nothing. */
  survey: vaultQuery({ input: fileToSurveySchema, output: surveyedSchema }),
  /** Says what an import would bring, and what is wrong with which row; saves nothing. */
  preview: vaultQuery({ input: fileToImportSchema, output: importPlanSchema }),
  /**
   * Reads the file again and saves all of it or nothing. If there is a problem, and what has one is not to be left out, or
   * if there is nothing to save, it answers with the plan instead.
   */
  run: vaultMutation({
    input: z.strictObject({ file: fileToImportSchema, leavesOut: z.boolean() }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('done'), done: doneImportSchema }),
      z.strictObject({ kind: z.literal('not-done'), plan: importPlanSchema }),
    ]),
  }),
  /** The imports that can be taken back: those since the vault was unlocked, the latest first. */
  done: vaultQuery({ input: nothing, output: z.array(doneImportSchema) }),
  /** Removes what an import has brought and nobody has changed since. Fails with `removal-final` after a lock. */
  undo: vaultMutation({ input: z.strictObject({ id: importIdSchema }), output: takenBackSchema }),
}
