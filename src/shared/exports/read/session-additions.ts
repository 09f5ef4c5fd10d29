import { z } from 'zod'
import { chosenWordsSchema } from '../../instruments/response.ts'
import { exportedFormSchema, exportedSessionSchema } from '../exported-ratings.ts'
import { exportedOwnRatingSchema } from '../own-ratings.ts'
import type { Refused } from './ratings-read.ts'

const row = z.int().min(1)
const { client, number, date, isFictional, notes } = exportedSessionSchema.shape

/** Which of a session's forms a text belongs to. */
const formSchema = exportedFormSchema.pick({
  instrumentId: true,
  instrumentVersion: true,
  rater: true,
  occasion: true,
})

/** A text of a session, with the row in which it stands. */
const textToAddSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('note'), row, text: notes }),
  z.strictObject({
    kind: z.literal('comment'),
    row,
    form: formSchema,
    text: exportedFormSchema.shape.comment,
  }),
  z.strictObject({ kind: z.literal('words'), row, form: formSchema, words: chosenWordsSchema }),
])
export type TextToAdd = z.output<typeof textToAddSchema>

/** What a table adds to one session, which it does not describe: ratings in own words, or texts. */
export const sessionAdditionsSchema = z.strictObject({
  row,
  client,
  /** Null if the table doesn't say, and so for the day. */
  isFictional: isFictional.nullable(),
  number,
  date: date.nullable(),
  ownRatings: z.array(exportedOwnRatingSchema.extend({ row })).max(1_000),
  texts: z.array(textToAddSchema).max(100),
})
export type SessionAdditions = z.output<typeof sessionAdditionsSchema>

/** What was read from such a table: all of it, or the first problem. */
export type AdditionsRead =
  { readonly kind: 'read'; readonly sessions: readonly SessionAdditions[] } | Refused
