import type { RuleParameterName, RuleParameters } from '../rule-settings/rule-parameters.ts'
import type { ClientFeatures } from './client-features.ts'
import type { OwnFeatures } from './own-features.ts'
import type { Prompt, PromptNumber } from './prompt.ts'

export type EvidenceReference = { articleId: string; effectId: string }

/** 3: something may need mending now. 2: worth a thought before the next session. 1: when there is room for it. */
export type Urgency = 1 | 2 | 3

/** What a rule found in the features, in words and numbers. */
export type RuleFinding = { because: string; numbers: PromptNumber[]; sessionNumber: number }

type RuleText<Features> = {
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
  /** Sessions (or own checks) for which the rule stays silent after an answer. */
  coolDownSessions: number
  /** Rules that say less about the same thing and give way to this one. */
  supersedes?: readonly string[]
  /** A record that makes it speak and one that does not, seen through the same features as a real one. */
  examples: { fires: () => Features; doesNot: () => Features }
}

type RuleLogic<Features, Values extends { sessionNumber: number }> = {
  /** The numbers that speak for the prompt, or null. `sessionNumber` is the session they come from. */
  condition: (features: Features) => Values | null
  because: (values: Values) => string
  numbers: (values: Values) => PromptNumber[]
}

/** One rule: when it speaks, what it says, and what it rests on. */
export type Rule<Features = ClientFeatures> = RuleText<Features> & {
  find: (features: Features) => RuleFinding | null
}

/** A rule about the therapist's own checks instead of a client's record. */
export type OwnRule = Rule<OwnFeatures>

/** Joins a rule's condition to its wording, so that the wording can use just the values the condition found. */
export function defineRule<Values extends { sessionNumber: number }>(
  rule: RuleText<ClientFeatures> & RuleLogic<ClientFeatures, Values>,
): Rule {
  return join(rule)
}

/** The same for a rule about the therapist's own checks; `sessionNumber` is the check's place in the row. */
export function defineOwnRule<Values extends { sessionNumber: number }>(
  rule: RuleText<OwnFeatures> & RuleLogic<OwnFeatures, Values>,
): OwnRule {
  return join(rule)
}

/** What "Show rule" says, with the parameters in force. */
export function ruleInWords(
  { rule }: { rule: RuleText<unknown>['rule'] },
  parameters: RuleParameters,
): string {
  return typeof rule === 'string' ? rule : rule(parameters)
}

function join<Features, Values extends { sessionNumber: number }>(
  rule: RuleText<Features> & RuleLogic<Features, Values>,
): Rule<Features> {
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
