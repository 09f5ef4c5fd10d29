import { z } from 'zod'
import type { InstrumentItem } from './instrument-item.ts'
import { measureIdSchema, plainTextSchema } from './plain-text.ts'

const tolerance = 1e-9
/** Steps are compared in millionths, because 0.1 has no exact binary form. */
const fraction = 1e6

/** What a scale can measure. Goals, tasks and bond are parts of the alliance; `other` claims nothing. */
export const scaleConstructs = [
  'alliance',
  'alliance.goals',
  'alliance.tasks',
  'alliance.bond',
  'empathy.received',
  'helpfulness',
  'accomplishment',
  'depth',
  'therapist.feelings',
  'emotions',
  'symptoms',
  'functioning',
  'wellbeing',
  'other',
] as const

/** Accepts what a scale measures. */
export const scaleConstructSchema = z.enum(scaleConstructs)
export type ScaleConstruct = z.output<typeof scaleConstructSchema>

/** The time that the answers are about; `last-week` is the last week or two. */
export const scaleFrames = ['this-session', 'last-week', 'in-general'] as const

/** Accepts the time that the answers of a scale are about. */
export const scaleFrameSchema = z.enum(scaleFrames)
export type ScaleFrame = z.output<typeof scaleFrameSchema>

const reliabilitySchema = z.strictObject({
  kind: z.enum(['alpha', 'omega', 'test-retest', 'within-person']),
  value: z.number(),
  source: plainTextSchema,
})

const spreadSchema = z.strictObject({
  /** The usual standard deviation of one client's ratings around that client's own mean. */
  within: z.number().positive().optional(),
  /** The standard deviation of clients' means. */
  between: z.number().positive().optional(),
  source: plainTextSchema,
})

const pairedWithSchema = z.strictObject({
  instrument: measureIdSchema,
  scale: measureIdSchema,
  /** Whether both forms ask the same questions in the same order. Only then can their points be compared. */
  byItems: z.boolean(),
})

/** Fields of a scale that describe it. They change no score, so an answered version may gain them later. */
export const scaleFacts = {
  construct: scaleConstructSchema.optional(),
  frame: scaleFrameSchema.optional(),
  /** The distance between two neighbouring scores, only where it doesn't follow from the items. */
  step: z.number().positive().optional(),
  reliability: z.array(reliabilitySchema).max(20).optional(),
  spread: spreadSchema.optional(),
  /** The scale on which the other person rates the same. */
  pairedWith: pairedWithSchema.optional(),
}

/** The names of the describing fields. */
export const scaleFactNames = ['construct', 'frame', 'step', 'reliability', 'spread', 'pairedWith'] as const

/** The part of a scale that its facts are checked against. */
interface Described extends z.output<z.ZodObject<typeof scaleFacts>> {
  readonly items: readonly string[]
  readonly method: 'sum' | 'mean'
  readonly minimum: number
  readonly maximum: number
  readonly direction: 'higher-is-better' | 'lower-is-better' | 'neutral'
}

const unpairable: readonly ScaleConstruct[] = ['therapist.feelings', 'other']

/** Says what a scale measures; `other` if nobody has said it. */
export function constructOf(scale: { readonly construct?: ScaleConstruct | undefined }): ScaleConstruct {
  return scale.construct ?? 'other'
}

/** Whether a scale can be called alliance: falls are found in scores of which more is better. */
export function canBeAlliance({ direction }: Pick<Described, 'direction'>): boolean {
  return direction === 'higher-is-better'
}

/** Says what time a scale's answers are about; `in-general` if nobody has said it. */
export function frameOf(scale: { readonly frame?: ScaleFrame | undefined }): ScaleFrame {
  return scale.frame ?? 'in-general'
}

/**
 * The distance between two neighbouring scores of a scale: the step of its items for a sum, divided by their number for
 * a mean.
 *
 * Items with different steps have their greatest common step. A prorated score can lie between two steps.
 */
export function scaleStep(
  scale: Pick<Described, 'items' | 'method' | 'step'>,
  items: readonly InstrumentItem[],
): number {
  if (scale.step !== undefined) return scale.step
  const steps = scale.items.flatMap((id) => items.find((item) => item.id === id)?.step ?? [])
  const common = steps.map((step) => Math.round(step * fraction)).reduce(greatestCommonDivisor, 0) / fraction
  return scale.method === 'mean' ? common / Math.max(1, steps.length) : common
}

/** Lists what contradicts itself in the facts of a scale, with the field; never throws. */
export function scaleFactProblems(scale: Described): { field: string[]; message: string }[] {
  const problems: { field: string[]; message: string }[] = []
  scale.reliability?.forEach(({ value }, position) => {
    if (value < 0 || value > 1)
      problems.push({
        field: ['reliability', String(position), 'value'],
        message: 'A reliability lies between 0 and 1',
      })
  })
  const range = scale.maximum - scale.minimum
  for (const name of ['within', 'between'] as const) {
    if ((scale.spread?.[name] ?? 0) > range)
      problems.push({ field: ['spread', name], message: 'The spread is larger than the range' })
  }
  if (scale.step !== undefined) {
    const steps = range / scale.step
    if (Math.abs(steps - Math.round(steps)) > tolerance * Math.max(1, steps))
      problems.push({ field: ['step'], message: 'The step must divide the range of its scale' })
  }
  if (constructOf(scale) === 'alliance' && !canBeAlliance(scale))
    problems.push({
      field: ['direction'],
      message: 'More of an alliance is better: mark the items as reversed, and the scale as higher-is-better',
    })
  if (scale.pairedWith !== undefined && unpairable.includes(constructOf(scale)))
    problems.push({ field: ['pairedWith'], message: 'Nothing pairs with a scale of this kind' })
  return problems
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other)
}
