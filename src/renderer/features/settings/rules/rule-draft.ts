import { z } from 'zod'
import {
  ruleParameterBounds,
  ruleParameterNameSchema,
  ruleParametersSchema,
  type RuleParameterName,
  type RuleParameters,
} from '#shared/rule-settings/rule-parameters.ts'
import { typedNumber } from '#shared/typed/typed-number.ts'
import { numberFormat } from '#renderer/lib/numbers.ts'

const ruleDraftSchema = z.record(ruleParameterNameSchema, z.string())

/** The parameters as text in their fields. */
export type RuleDraft = z.output<typeof ruleDraftSchema>

/**
 * Reads a draft that was kept, perhaps by an earlier Attune: passes over a field that is gone, and leaves out one that
 * is new.
 */
export const keptRuleDraftSchema = z
  .record(z.string(), z.string())
  .transform((texts) => z.partialRecord(ruleParameterNameSchema, z.string()).parse(onlyKnown(texts)))
export type KeptRuleDraft = z.output<typeof keptRuleDraftSchema>

/** Why the text of a field can't be saved. */
export type RuleProblem = 'outside' | 'not-whole' | 'shallow-rupture'

export interface ReadDraft {
  /** Null while any field has a problem. */
  readonly parameters: RuleParameters | null
  readonly problems: ReadonlyMap<RuleParameterName, RuleProblem>
}

const names = ruleParameterNameSchema.options
const digits = numberFormat({ maximumFractionDigits: 4, useGrouping: false })

/** The text of a parameter's field. */
export const figureOf = digits.format

/** Turns parameters into the text of their fields. */
export function draftOf(parameters: RuleParameters): RuleDraft {
  return ruleDraftSchema.parse(Object.fromEntries(names.map((name) => [name, figureOf(parameters[name])])))
}

/** The fields as a kept draft has them, and as the stored parameters are where it has none. */
export function restoredDraft(found: KeptRuleDraft, kept: RuleParameters): RuleDraft {
  return ruleDraftSchema.parse({ ...draftOf(kept), ...found })
}

function onlyKnown(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).filter(([name]) => ruleParameterNameSchema.safeParse(name).success),
  )
}

/**
 * Reads the fields, given the stored parameters, and says for each invalid one what is wrong.
 *
 * An unchanged field keeps its exact value: a twelfth of a scale has more digits than a field shows.
 */
export function readDraft(draft: RuleDraft, kept: RuleParameters): ReadDraft {
  const values = new Map(names.map((name) => [name, valueOf(name, draft[name].trim(), kept)]))
  const problems = new Map<RuleParameterName, RuleProblem>()
  for (const [name, value] of values) {
    const found = problemOf(name, value)
    if (found !== null) problems.set(name, found)
  }
  if (problems.size > 0) return { parameters: null, problems }
  const read = ruleParametersSchema.safeParse(Object.fromEntries(values))
  // Each value is within its bounds, so only the two depths can contradict each other.
  return read.success
    ? { parameters: read.data, problems }
    : { parameters: null, problems: new Map([['ruptureSpreads', 'shallow-rupture']]) }
}

function valueOf(name: RuleParameterName, text: string, kept: RuleParameters): number {
  const { initial } = ruleParameterBounds[name]
  if (text === figureOf(kept[name])) return kept[name]
  if (text === figureOf(initial)) return initial
  return typedNumber(text) ?? Number.NaN
}

function problemOf(name: RuleParameterName, value: number): RuleProblem | null {
  const { minimum, maximum, isWhole } = ruleParameterBounds[name]
  if (isWhole && !Number.isInteger(value)) return 'not-whole'
  return value >= minimum && value <= maximum ? null : 'outside'
}
