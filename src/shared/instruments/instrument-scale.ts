import { z } from 'zod'
import { itemRange, type InstrumentItem } from './instrument-item.ts'
import { measureIdSchema, plainTextSchema } from './plain-text.ts'
import { scaleFacts } from './scale-facts.ts'

const tolerance = 1e-9

/**
 * Accepts one score of an instrument: its items, how they combine, its range, how gaps are handled, and what is known
 * about it.
 */
export const instrumentScaleSchema = z.strictObject({
  id: measureIdSchema,
  title: plainTextSchema,
  items: z.array(measureIdSchema).min(1),
  method: z.enum(['sum', 'mean']),
  minimum: z.number(),
  maximum: z.number(),
  direction: z.enum(['higher-is-better', 'lower-is-better', 'neutral']),
  missing: z.strictObject({
    /** The fewest answered items for a score. */
    minimumAnswered: z.int().positive(),
    /** Whether answered items may stand in for unanswered ones. */
    prorate: z.boolean(),
  }),
  ...scaleFacts,
})

/** One score of an instrument. */
export type InstrumentScale = z.infer<typeof instrumentScaleSchema>

/** Lists inconsistencies between a scale and the items of its instrument, as sentences; never throws. */
export function scaleProblems(scale: InstrumentScale, items: readonly InstrumentItem[]): string[] {
  const problems: string[] = []
  const members = scale.items.flatMap((id) => {
    const member = items.find((item) => item.id === id)
    return member === undefined ? [] : [itemRange(member)]
  })
  const unknown = scale.items.filter((id) => !items.some((item) => item.id === id))
  for (const id of unknown) problems.push(`There is no item "${id}"`)
  if (new Set(scale.items).size < scale.items.length) problems.push('An item counts twice')
  if (scale.missing.minimumAnswered > scale.items.length) {
    problems.push('More answers are required than there are items')
  }
  const allowsGaps = scale.missing.minimumAnswered < scale.items.length
  if (allowsGaps && !scale.missing.prorate) {
    problems.push('A score from fewer answers than items is prorated, and must say so')
  }
  const [first] = members
  const isUniform = members.every((item) => item.minimum === first?.minimum && item.maximum === first.maximum)
  if (scale.missing.prorate && !isUniform) {
    problems.push('Only items of one range can stand for each other')
  }
  if (unknown.length === 0) {
    const divisor = scale.method === 'mean' ? members.length : 1
    const lowest = members.reduce((sum, item) => sum + item.minimum, 0) / divisor
    const highest = members.reduce((sum, item) => sum + item.maximum, 0) / divisor
    if (Math.abs(scale.minimum - lowest) > tolerance || Math.abs(scale.maximum - highest) > tolerance) {
      problems.push(`The items give a range from ${String(lowest)} to ${String(highest)}`)
    }
  }
  return problems
}
