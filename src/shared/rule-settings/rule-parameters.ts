import { z } from 'zod'

/** The bounds of one parameter, and its default. */
export interface ParameterBounds {
  readonly minimum: number
  readonly maximum: number
  readonly isWhole: boolean
  readonly initial: number
}

const whole = (minimum: number, maximum: number, initial: number): ParameterBounds => ({
  minimum,
  maximum,
  isWhole: true,
  initial,
})
const fraction = (minimum: number, maximum: number, initial: number): ParameterBounds => ({
  minimum,
  maximum,
  isWhole: false,
  initial,
})

/**
 * The parameters that a therapist can set, with bounds and defaults; all of them are Attune's own choices.
 *
 * Bounds keep a rule from results with too few ratings: what needs six pairs can require more, never fewer.
 */
export const ruleParameterBounds = {
  /** Attune rule 1: the fewest ratings up to and including the peak. */
  ratingsBeforeFall: whole(5, 30, 8),
  /** Attune rule 1: the number of newest ratings that set the reference. */
  referenceRatings: whole(5, 30, 6),
  /** Attune rule 1: depth in spreads, with very many ratings, from which a decline is a dip. */
  dipSpreads: fraction(1, 10, 2.5),
  /** Attune rule 1: depth in spreads, with very many ratings, from which a decline is rupture-level. */
  ruptureSpreads: fraction(1, 20, 3.2),
  /** Attune rule 1: the share of a scale's range that stands in for an unknown spread. */
  unknownShare: fraction(0.01, 0.3, 0.02),
  /** Attune rule 1: number of sessions after the trough in which repair counts. */
  windowSessions: whole(1, 12, 3),
  /** The fewest sessions rated by both for congruence. */
  congruencePairs: whole(6, 60, 6),
  /** The session from which little gain is reported. */
  trackSession: whole(2, 40, 6),
  /** The share of a reliable change below which a gain is little. */
  trackShare: fraction(0.1, 1, 0.5),
  /** The drop that can be a sudden gain, in reliable changes of the instrument. */
  suddenGainChanges: fraction(0.5, 3, 1),
} as const satisfies Record<string, ParameterBounds>

export type RuleParameterName = keyof typeof ruleParameterBounds

const bounded = (name: RuleParameterName) => {
  const { minimum, maximum, isWhole } = ruleParameterBounds[name]
  return (isWhole ? z.int() : z.number()).min(minimum).max(maximum)
}

const shape = {
  ratingsBeforeFall: bounded('ratingsBeforeFall'),
  referenceRatings: bounded('referenceRatings'),
  dipSpreads: bounded('dipSpreads'),
  ruptureSpreads: bounded('ruptureSpreads'),
  unknownShare: bounded('unknownShare'),
  windowSessions: bounded('windowSessions'),
  congruencePairs: bounded('congruencePairs'),
  trackSession: bounded('trackSession'),
  trackShare: bounded('trackShare'),
  suddenGainChanges: bounded('suddenGainChanges'),
} satisfies Record<RuleParameterName, z.ZodType>

/** Accepts a whole set of parameters within their bounds; a dip can't be deeper than a rupture. */
export const ruleParametersSchema = z
  .strictObject(shape)
  .refine(({ dipSpreads, ruptureSpreads }) => dipSpreads <= ruptureSpreads, {
    path: ['ruptureSpreads'],
    error: 'A rupture is at least as deep as a dip',
  })
export type RuleParameters = z.output<typeof ruleParametersSchema>

export const ruleParameterNameSchema = z.enum(
  // `Object.keys` loses the type of the keys; the record above has no others.
  Object.keys(ruleParameterBounds) as [RuleParameterName, ...RuleParameterName[]],
)
const names = ruleParameterNameSchema.options

/** Accepts also parameters that no rule has any more: kept prompts still name them. */
export const keptParameterNameSchema = z.enum([
  ...names,
  'betweenSd',
  'minimumRatings',
  'dipDepth',
  'ruptureDepth',
  'limitsBaseline',
])

/** The parameters of Attune rule 1, which finds falls. */
export const fallParameters = [
  'ratingsBeforeFall',
  'referenceRatings',
  'dipSpreads',
  'ruptureSpreads',
  'unknownShare',
  'windowSessions',
] as const satisfies readonly RuleParameterName[]

/** The default parameters. */
export const initialRuleParameters: RuleParameters = ruleParametersSchema.parse(
  Object.fromEntries(names.map((name) => [name, ruleParameterBounds[name].initial])),
)

/** The names of the parameters that differ from their defaults, in the order of the bounds. */
export function changedParameters(parameters: RuleParameters): RuleParameterName[] {
  return names.filter((name) => parameters[name] !== initialRuleParameters[name])
}

/** The parameters that differ from their defaults, with their values: all that needs storing. */
export function onlyChanged(parameters: RuleParameters): Partial<RuleParameters> {
  return Object.fromEntries(changedParameters(parameters).map((name) => [name, parameters[name]]))
}

/**
 * Completes stored parameters with the defaults; never throws.
 *
 * Ignores a stored value that is out of the current bounds or belongs to an earlier version of a rule, and all stored values if they no longer fit together: a
 * vault must open with any parameters that an earlier version allowed.
 */
export function completeRuleParameters(kept: unknown): RuleParameters {
  const known = z.record(z.string(), z.unknown()).safeParse(kept)
  const values = known.success ? known.data : {}
  const fitting = names.filter(
    (name) => Object.hasOwn(values, name) && shape[name].safeParse(values[name]).success,
  )
  const completed = ruleParametersSchema.safeParse({
    ...initialRuleParameters,
    ...Object.fromEntries(fitting.map((name) => [name, values[name]])),
  })
  return completed.success ? completed.data : initialRuleParameters
}
