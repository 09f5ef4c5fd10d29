import type { RuleParameterName, RuleParameters } from '../rule-settings/rule-parameters.ts'
import type { ClientFeatures } from './client-features.ts'
import type { OwnFeatures } from './own-features.ts'
import type { Prompt, PromptNumber } from './prompt.ts'

/** A finding of a study, by the ids of both. */
export type FindingReference = { articleId: string; effectId: string }

/**
 * How close a finding is to the use that a rule makes of it. `same-level`: it is about the same thing as the rule, such
 * as one session compared with others of the same client. `between-people`: it compares people with each other, and the
 * rule speaks about one of them. `other-intervention`: it is about another step than the one the rule suggests, such as
 * a training.
 */
export type Directness = 'same-level' | 'between-people' | 'other-intervention'

/** A finding behind a rule, and how directly it supports the rule. */
export type EvidenceReference = FindingReference & { directness: Directness }

/** A finding as a rule names it: the study's id, a slash, and the effect's id. */
type NamedFinding = `${string}/${string}`

/** A finding with its directness; a finding named alone is on the same level. */
type StatedFinding = NamedFinding | { finding: NamedFinding; directness: Directness }

/** Names a finding that compares people with each other, for a rule about one of them. */
export function betweenPeople(finding: NamedFinding): StatedFinding {
  return { finding, directness: 'between-people' }
}

/** Names a finding about another step than the one that the rule suggests. */
export function otherIntervention(finding: NamedFinding): StatedFinding {
  return { finding, directness: 'other-intervention' }
}

/** 3: something may need repair now. 2: worth a thought before the next session. 1: when there is time. */
export type Urgency = 1 | 2 | 3

/** A rule's finding in the features, in words and numbers. */
export type RuleFinding = { because: string; numbers: PromptNumber[]; sessionNumber: number }

type RuleText<Features> = {
  id: string
  /** Rises with every change of condition or wording, so that an old prompt stays explainable. */
  version: number
  title: string
  area: Prompt['area']
  urgency: Urgency
  /** The condition in words, for "Show rule", with the current parameters if it has some. */
  rule: string | ((parameters: RuleParameters) => string)
  /** The parameters in its condition. If one was changed, the prompt says so. */
  dependsOn?: readonly RuleParameterName[]
  /** Set if it looks at the alliance that leads the client's page, on any scale; its reason then names that scale. */
  isAboutAlliance?: true
  /** What it applies to, if it makes sense for Attune's own forms alone. */
  appliesTo?: string
  /** A question or an option, never an instruction. */
  suggestion: string
  cantTell: string
  /** Number of sessions (or own checks) without this prompt after an answer. */
  coolDownSessions: number
  /** Set if it speaks at most once in a therapy: after any answer but "later" it is silent for good. */
  isOnce?: true
  /**
   * Set if it is about what happened in one session. Such rules with numbers from the same session are one event: the
   * first of them is shown and the others stand beneath it.
   */
  event?: 'session'
  /** Set if it only repeats what the therapist noted, or counts what is missing: then it can't be wrong by chance. */
  repeatsNotes?: true
  /** Less exact rules about the same thing, which this one replaces. */
  supersedes?: readonly string[]
  /** A record that leads to a prompt and one that does not, with the same features as a real one. */
  examples: { fires: () => Features; doesNot: () => Features }
}

type RuleLogic<Features, Values extends { sessionNumber: number }> = {
  /** The findings it is based on, the nearest first. Without the first one in the library the rule makes no prompts. */
  restsOn: readonly [StatedFinding, ...StatedFinding[]]
  /** The numbers behind the prompt, or null if there is none. `sessionNumber` is the session they come from. */
  condition: (features: Features) => Values | null
  because: (values: Values) => string
  numbers: (values: Values) => PromptNumber[]
}

/** One rule: its condition, its words and its evidence. */
export type Rule<Features = ClientFeatures> = RuleText<Features> & {
  restsOn: readonly [EvidenceReference, ...EvidenceReference[]]
  find: (features: Features) => RuleFinding | null
}

/** A rule about the therapist's own checks instead of a client's record. */
export type OwnRule = Rule<OwnFeatures>

/** Joins a rule's condition to its wording, so that the wording can use only the values of the condition. */
export function defineRule<Values extends { sessionNumber: number }>(
  rule: RuleText<ClientFeatures> & RuleLogic<ClientFeatures, Values>,
): Rule {
  const joined = join(rule)
  if (rule.isAboutAlliance !== true) return joined
  return {
    ...joined,
    find(features) {
      const found = joined.find(features)
      const { allianceName } = features
      if (found === null || allianceName === null) return found
      return { ...found, because: `${found.because} The alliance here is ${allianceName}.` }
    },
  }
}

/** The same for a rule about the therapist's own checks; `sessionNumber` is the check's place. */
export function defineOwnRule<Values extends { sessionNumber: number }>(
  rule: RuleText<OwnFeatures> & RuleLogic<OwnFeatures, Values>,
): OwnRule {
  return join(rule)
}

/** The text of "Show rule", with the current parameters. */
export function ruleInWords(
  { rule, appliesTo }: Pick<RuleText<unknown>, 'rule' | 'appliesTo'>,
  parameters: RuleParameters,
): string {
  const words = typeof rule === 'string' ? rule : rule(parameters)
  return appliesTo === undefined ? words : `${words} Applies to ${appliesTo}.`
}

function join<Features, Values extends { sessionNumber: number }>(
  rule: RuleText<Features> & RuleLogic<Features, Values>,
): Rule<Features> {
  const { condition, because, numbers, restsOn, ...text } = rule
  const [nearest, ...others] = restsOn
  return {
    ...text,
    restsOn: [referenceTo(nearest), ...others.map(referenceTo)],
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

function referenceTo(stated: StatedFinding): EvidenceReference {
  const { finding, directness } =
    typeof stated === 'string' ? { finding: stated, directness: 'same-level' as const } : stated
  const [articleId = '', effectId = ''] = finding.split('/')
  return { articleId, effectId, directness }
}
