import type { RuleParameterName, RuleParameters } from '../rules/rule-parameters.ts'
import type { ClientFeatures } from './client-features.ts'
import type { Prompt, PromptNumber } from './prompt.ts'

export type EvidenceReference = { articleId: string; effectId: string }

/** 3: something may need mending now. 2: worth a thought before the next session. 1: when there is room for it. */
export type Urgency = 1 | 2 | 3

/** What a rule found in one client's features, in words and numbers. */
export type RuleFinding = { because: string; numbers: PromptNumber[]; sessionNumber: number }

type RuleText = {
  id: string
  /** Goes up with every change in condition or wording, so that an old prompt stays explainable. */
  version: number
  title: string
  area: Prompt['area']
  urgency: Urgency
  /** The condition with its parameters, in words, for "Show rule"; by the parameters in force where it has some. */
  rule: string | ((parameters: RuleParameters) => string)
  /** The parameters that decide whether it speaks: where one was changed, the prompt says so. */
  dependsOn?: readonly RuleParameterName[]
  /** A question or an option, never an instruction. */
  suggestion: string
  cantTell: string
  /** The findings it rests on, the nearest first. Without the first in the library the rule stays silent. */
  restsOn: readonly [EvidenceReference, ...EvidenceReference[]]
  /** Sessions for which the rule stays silent after an answer. */
  coolDownSessions: number
  /** Rules that say less about the same thing and give way to this one. */
  supersedes?: readonly string[]
  examples: { fires: ClientFeatures; doesNot: ClientFeatures }
}

type RuleLogic<Values extends { sessionNumber: number }> = {
  /** The numbers that speak for the prompt, or null. `sessionNumber` is the session they come from. */
  condition: (features: ClientFeatures) => Values | null
  because: (values: Values) => string
  numbers: (values: Values) => PromptNumber[]
}

/** One rule: when it speaks, what it says, and what it rests on. */
export type Rule = RuleText & { find: (features: ClientFeatures) => RuleFinding | null }

/** Joins a rule's condition to its wording, so that the wording can use just the values the condition found. */
export function defineRule<Values extends { sessionNumber: number }>(
  rule: RuleText & RuleLogic<Values>,
): Rule {
  const { condition, because, numbers, ...text } = rule
  return {
    ...text,
    find(features) {
      const values = condition(features)
      if (values === null) return null
      return {
        because: because(values),
        numbers: numbers(values),
        sessionNumber: values.sessionNumber,
      }
    },
  }
}
