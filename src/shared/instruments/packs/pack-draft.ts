import { z } from 'zod'
import { instrumentItemSchema } from '../instrument-item.ts'
import { measureIdSchema, plainTextSchema } from '../plain-text.ts'

const line = plainTextSchema.nullable()

/**
 * Accepts the instrument in a file of another program: its items, and the texts it has.
 *
 * Such a file has no place for who answers, when, the scales and the licence; `completeDraft` adds them from the user's
 * choices.
 */
export const packDraftSchema = z.strictObject({
  id: measureIdSchema,
  title: line,
  measures: line,
  instruction: line,
  licence: line,
  attribution: line,
  items: z
    .array(
      z.strictObject({
        item: instrumentItemSchema,
        linkId: z.string(),
        /** The item's codes in code systems such as LOINC. */
        codes: z.array(z.strictObject({ system: z.string(), code: z.string() })),
      }),
    )
    .min(1),
  /** Ids of the items known to ask about risk. */
  riskItems: z.array(measureIdSchema),
})

/** The instrument in a file of another program. */
export type PackDraft = z.output<typeof packDraftSchema>

/** The most items that an instrument has. */
export const mostItems = 200
