import { z } from 'zod'
import { measureIdSchema, plainTextSchema } from './plain-text.ts'

const tolerance = 1e-9

/** Accepts one question of an instrument: its words, its possible numbers and their names. */
export const instrumentItemSchema = z
  .strictObject({
    id: measureIdSchema,
    text: plainTextSchema,
    minimum: z.number(),
    maximum: z.number(),
    /** The distance between two neighbouring answers. */
    step: z.number().positive(),
    /** Whether a high answer counts as a low score: scored as minimum + maximum - answer. */
    reversed: z.boolean(),
    /** Words at the ends of a row of numbers, and optionally in its middle. */
    anchors: z
      .strictObject({
        minimum: plainTextSchema,
        maximum: plainTextSchema,
        middle: plainTextSchema.optional(),
      })
      .optional(),
    /** Words for every answer, lowest first, instead of anchors. */
    labels: z.array(z.strictObject({ value: z.number(), text: plainTextSchema })).optional(),
    /** What each answer of `labels` counts in a score, in their order, if not its own value. */
    points: z.array(z.number()).optional(),
    /** Asked only if one of these earlier items has at least this answer. Such an item is in no scale. */
    askedIf: z.strictObject({ anyOf: z.array(measureIdSchema).min(1), atOrAbove: z.number() }).optional(),
  })
  .superRefine((item, context) => {
    const report = (field: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [field], message })
    }
    if (item.maximum <= item.minimum) {
      report('maximum', 'The maximum must be above the minimum')
      return
    }
    if (!isOnStep(item, item.maximum)) report('step', 'The range must be a whole number of steps')
    if ((item.anchors === undefined) === (item.labels === undefined)) {
      report('anchors', 'An item has either anchors or labels')
    }
    if (item.labels !== undefined) {
      const answers = Math.round((item.maximum - item.minimum) / item.step) + 1
      const isComplete =
        item.labels.length === answers &&
        item.labels.every((label, position) => {
          return Math.abs(label.value - (item.minimum + position * item.step)) < tolerance
        })
      if (!isComplete) report('labels', 'Labels must name every answer once, lowest first')
    }
    if (item.points !== undefined) {
      if (item.points.length !== item.labels?.length) report('points', 'Each label has its points')
      else if (new Set(item.points).size < 2) report('points', 'Points must differ between answers')
      if (item.reversed) report('reversed', 'An item with points of its own is not reversed')
    }
  })

/** One question of an instrument. */
export type InstrumentItem = z.infer<typeof instrumentItemSchema>

/** The lowest and the highest number that an item can add to a score. */
export function itemRange({ minimum, maximum, points }: InstrumentItem): {
  minimum: number
  maximum: number
} {
  return points === undefined
    ? { minimum, maximum }
    : { minimum: Math.min(...points), maximum: Math.max(...points) }
}

/** What a possible answer counts in a score. */
export function itemPoints(item: InstrumentItem, value: number): number {
  const { minimum, maximum, step, points, reversed } = item
  if (points !== undefined) return points[Math.round((value - minimum) / step)] ?? value
  return reversed ? minimum + maximum - value : value
}

/** Says whether an item's step allows a value; ignores the range. */
export function isOnStep(item: { minimum: number; step: number }, value: number): boolean {
  const steps = (value - item.minimum) / item.step
  return Math.abs(steps - Math.round(steps)) < tolerance * Math.max(1, Math.abs(steps))
}
