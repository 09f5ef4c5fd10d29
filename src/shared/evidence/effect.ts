import { z } from 'zod'
import { articleLimits } from './article-limits.ts'
import { articleTextSchema } from './article-text.ts'

/** A name that other files may link to: lower case, digits and single hyphens. It never changes once published. */
export const slugSchema = z
  .string()
  .max(articleLimits.id)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')

/** The design of a study; a finding may differ from its study, as with a pooled figure in a review. */
export const designSchema = z.enum([
  'meta-analysis',
  'randomized-trial',
  'longitudinal',
  'cross-sectional',
  'qualitative',
  'review',
])

export type Design = z.infer<typeof designSchema>

/**
 * What kind of figure a finding prints. `direction` means that only the direction, or the absence of a
 * relation, is known and no figure was printed or can be relied on; `range` needs `range` instead of `value`.
 */
export const statisticSchema = z.enum([
  'b',
  'beta',
  'r',
  'd',
  'g',
  'r-squared-change',
  'hazard-ratio',
  'times-as-likely',
  'indirect-effect',
  'percent',
  'count',
  'direction',
])

/** A confidence interval in the unit of its finding's statistic; `level` in percent. */
export const intervalSchema = z
  .strictObject({ level: z.number().gt(50).lt(100), low: z.number(), high: z.number() })
  .refine(({ low, high }) => low <= high, 'the interval runs from low to high')

const probabilitySchema = z.strictObject({
  relation: z.enum(['=', '<', '>']),
  value: z.number().gt(0).max(1),
})

/** One finding of a study with its figures exactly as reported, so that a prompt based on it can be checked. */
export const effectSchema = z
  .strictObject({
    id: slugSchema,
    claim: articleTextSchema,
    design: designSchema.optional(),
    statistic: statisticSchema,
    value: z.number().optional(),
    range: z.strictObject({ low: z.number(), high: z.number() }).optional(),
    ci: intervalSchema.optional(),
    p: probabilitySchema.optional(),
    n: z.strictObject({ count: z.number().int().positive(), of: articleTextSchema }).optional(),
    df: z.number().positive().optional(),
    t: z.number().optional(),
    reportedIn: z.enum(['summary', 'abstract']),
    note: articleTextSchema.optional(),
  })
  .refine((effect) => (effect.statistic === 'direction') === (effect.value === undefined && !effect.range), {
    message: 'a finding has a value or a range, unless its statistic is "direction"',
    path: ['value'],
  })
  .refine((effect) => effect.value === undefined || effect.range === undefined, {
    message: 'a finding has a value or a range, not both',
    path: ['range'],
  })

export type Effect = z.infer<typeof effectSchema>
