import { z } from 'zod'
import { exportedSessionSchema } from '../exported-ratings.ts'

/** Why a file was not read: it is no export of ratings, or something in it can't be right, on a line if it has lines. */
export const ratingsProblemSchema = z.strictObject({
  code: z.enum(['not-ratings', 'damaged', 'unreadable-row', 'rows-disagree', 'without-words']),
  line: z.int().min(1).nullable(),
})
export type RatingsProblem = z.output<typeof ratingsProblemSchema>

/** What was read from an export: all of its sessions, or the first problem. */
export const ratingsReadSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('read'), sessions: z.array(exportedSessionSchema) }),
  z.strictObject({ kind: z.literal('refused'), problem: ratingsProblemSchema }),
])
export type RatingsRead = z.output<typeof ratingsReadSchema>

export type Refused = Extract<RatingsRead, { kind: 'refused' }>

export function refused(code: RatingsProblem['code'], line: number | null = null): Refused {
  return { kind: 'refused', problem: { code, line } }
}
