import { z } from 'zod'

/** What the form of a comment holds. `kept` stands for the study that the comment already has. */
export const typedCommentSchema = z.strictObject({
  place: z.string().nullable(),
  text: z.string(),
  study: z
    .literal('kept')
    .or(z.strictObject({ articleId: z.string(), findingId: z.string().nullable() }))
    .nullable(),
})
export type TypedComment = z.output<typeof typedCommentSchema>
