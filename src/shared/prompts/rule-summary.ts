import { z } from 'zod'
import type { Article } from '../evidence/article.ts'
import { initialRuleParameters, type RuleParameters } from '../rule-settings/rule-parameters.ts'
import { instantSchema } from '../records/calendar.ts'
import type { RuleOfArticle } from './article-use.ts'
import { promptSchema, ruleIdSchema } from './prompt.ts'
import { articlesRestedOn, evidenceOf } from './prompt-evidence.ts'
import { type Rule, ruleInWords } from './rule.ts'
import { ownRules, rules } from './rules/rules.ts'

const { shape } = promptSchema

/** A rule in the settings: its condition, its words, its evidence, and whether it is on. */
export const ruleSummarySchema = z.strictObject({
  id: ruleIdSchema,
  version: shape.ruleVersion,
  title: shape.title,
  area: shape.area,
  about: z.enum(['client', 'own']),
  rule: shape.rule,
  suggestion: shape.suggestion,
  cantTell: shape.cantTell,
  /** The reason it gives for its own example. */
  example: shape.because,
  /** Null if its finding is not in the library; then the rule makes no prompts. */
  strength: shape.strength.nullable(),
  sources: z.array(shape.source),
  coolDownSessions: z.int().min(1),
  /** Whether it speaks at most once in a therapy. */
  isOnce: z.boolean(),
  /** When it was switched off; null while it is on. */
  offSince: instantSchema.nullable(),
})
export type RuleSummary = z.output<typeof ruleSummarySchema>

type Listed = Pick<Rule<never>, 'id' | 'title' | 'restsOn'> & { about: 'client' | 'own' }

/** Every rule, those about clients first. */
function everyRule(): Listed[] {
  return [
    ...rules.map(({ id, title, restsOn }) => ({ id, title, restsOn, about: 'client' as const })),
    ...ownRules.map(({ id, title, restsOn }) => ({ id, title, restsOn, about: 'own' as const })),
  ]
}

/** Whether a rule of this name exists. */
export function isRule(id: string): boolean {
  return everyRule().some((rule) => rule.id === id)
}

/** Whether a rule is about the therapist's own supervision. */
export function isAboutSupervision(id: string): boolean {
  return ownRules.some((rule) => rule.id === id && rule.area === 'supervision')
}

/** Lists every rule with its current parameters. */
export function summariseRules(
  library: readonly Article[],
  switchedOff: ReadonlyMap<string, string>,
  parameters: RuleParameters = initialRuleParameters,
): RuleSummary[] {
  const articles = articlesRestedOn(everyRule(), library)
  const summarise = <Features>(rule: Rule<Features>, about: RuleSummary['about']): RuleSummary => {
    const evidence = evidenceOf(rule, articles)
    return {
      id: rule.id,
      version: rule.version,
      title: rule.title,
      area: rule.area,
      about,
      rule: ruleInWords(rule, parameters),
      suggestion: rule.suggestion,
      cantTell: rule.cantTell,
      example: rule.find(rule.examples.fires())?.because ?? rule.title,
      strength: evidence?.strength.words ?? null,
      sources: [...(evidence?.sources ?? [])],
      coolDownSessions: rule.coolDownSessions,
      isOnce: rule.isOnce ?? false,
      offSince: switchedOff.get(rule.id) ?? null,
    }
  }
  return [
    ...rules.map((rule) => summarise(rule, 'client')),
    ...ownRules.map((rule) => summarise(rule, 'own')),
  ]
}

/** The rules based on a study, in the order of the rules. */
export function rulesBasedOn(articleId: string, switchedOff: ReadonlyMap<string, string>): RuleOfArticle[] {
  return everyRule().flatMap(({ id, title, about, restsOn }) => {
    const effectIds = restsOn.filter((one) => one.articleId === articleId).map(({ effectId }) => effectId)
    return effectIds.length === 0 ? [] : [{ ruleId: id, title, about, effectIds, isOn: !switchedOff.has(id) }]
  })
}
