import { z } from 'zod'
import { measureIdSchema } from '../instruments/plain-text.ts'
import { occasions, raters } from '../records/session-log.ts'
import { importLimits } from './how-to-read.ts'

/** A column by its place, counted from 0: names of columns can repeat. */
const columnSchema = z
  .int()
  .min(0)
  .max(importLimits.columns - 1)
const textSchema = z.string().max(60)

/** What the columns of a table with the answers of one questionnaire hold. */
const common = {
  instrument: z.strictObject({ id: measureIdSchema, version: z.int().min(1) }),
  client: columnSchema,
  date: columnSchema.nullable(),
  session: z
    .strictObject({
      column: columnSchema,
      /** The numbers of sessions that have names, such as REDCap's events. */
      names: z.array(z.strictObject({ text: textSchema, number: z.int().min(1).max(100_000) })).max(300),
    })
    .nullable(),
  rater: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('one'), rater: z.enum(raters) }),
    z.strictObject({
      kind: z.literal('column'),
      column: columnSchema,
      client: z.array(textSchema).max(300),
      therapist: z.array(textSchema).max(300),
    }),
  ]),
  occasion: z.enum(occasions),
}

export const mappingSchema = z.discriminatedUnion('layout', [
  /** A row for each filled-in form, a column for each item. */
  z.strictObject({
    layout: z.literal('wide'),
    ...common,
    items: z
      .array(z.strictObject({ item: measureIdSchema, column: columnSchema }))
      .min(1)
      .max(200),
    /** Totals beside the answers, which are compared with what Attune works out. */
    totals: z
      .array(z.strictObject({ scale: measureIdSchema, column: columnSchema }))
      .max(200)
      .optional(),
  }),
  /** A row for each answer. Rows with other texts in the columns of items and questionnaires are left out. */
  z.strictObject({
    layout: z.literal('long'),
    ...common,
    itemColumn: columnSchema,
    answerColumn: columnSchema,
    only: z.strictObject({ column: columnSchema, text: textSchema }).nullable(),
    items: z
      .array(z.strictObject({ item: measureIdSchema, text: textSchema }))
      .min(1)
      .max(200),
    totals: z
      .array(z.strictObject({ scale: measureIdSchema, text: textSchema }))
      .max(200)
      .optional(),
  }),
])
export type Mapping = z.output<typeof mappingSchema>
