import type { Article } from '../evidence/article.ts'
import { changedParameters, type RuleParameters } from '../rule-settings/rule-parameters.ts'
import type { Prompt } from './prompt.ts'
import type { PastAnswer } from './prompt-answer.ts'
import { evidenceOf, type RuleEvidence } from './prompt-evidence.ts'
import { type Rule, type RuleFinding, ruleInWords } from './rule.ts'

/** The most prompts for one session: each further one makes all of them more likely to be ignored. */
export const promptLimit = 3

/** The input of a choice of prompts, besides the features. */
export type PromptSelection<Features> = {
  rules: readonly Rule<Features>[]
  features: Features & { currentSession: number }
  parameters: RuleParameters
  articles: ReadonlyMap<string, Article>
  answers: readonly PastAnswer[]
  /** The ids of rules that the therapist has switched off. */
  switchedOff: ReadonlySet<string>
}

type Candidate = {
  rule: Pick<Rule<never>, 'id' | 'urgency' | 'coolDownSessions' | 'supersedes' | 'isOnce' | 'event'>
  finding: RuleFinding
  evidence: RuleEvidence
  dismissals: number
  prompt: Prompt
}

/**
 * The prompts that apply, the most urgent first; the first `shown` of them are shown. `folded` are those that stand
 * beneath another one about the same event.
 */
export type ChosenPrompts = { applying: Prompt[]; folded: Prompt[]; shown: number; currentSession: number }

/**
 * Chooses the prompts for one client (or for the therapist's own checks), the most urgent first.
 *
 * Sorts by urgency, then newer numbers, then stronger finding, then rules not dismissed before, then the rule's name:
 * the same record, library and answers always give the same prompts. A rule makes no prompt while it is switched off,
 * while it cools down after an answer (twice as long if it did not fit), without newer numbers than at that answer
 * (`later` waits only for the next session), if a more exact rule applies, or if its finding is not in the library.
 * Rules about one event make one prompt, and an answer to it is an answer about that event. Shows at most three,
 * including those already answered in this session.
 */
export function choosePrompts<Features>(selection: PromptSelection<Features>): ChosenPrompts {
  const { features, answers } = selection
  const current = features.currentSession
  const candidates = selection.rules.flatMap((rule) => candidateOf(rule, selection))
  const superseded = new Set(candidates.flatMap(({ rule }) => rule.supersedes ?? []))
  const eventOf = new Map(selection.rules.map(({ id, event }) => [id, event]))
  const speaking = candidates
    .filter(({ rule }) => !superseded.has(rule.id))
    .filter((candidate) => !isSilent(candidate, current, answers))
    .filter((candidate) => !isEventAnswered(candidate, current, answers, eventOf))
    .toSorted(byImportance)
  const { applying, folded } = foldEvents(speaking)
  const answeredNow = answers.filter(({ sessionNumber }) => sessionNumber === current).length
  return {
    applying,
    folded,
    shown: Math.min(applying.length, Math.max(0, promptLimit - answeredNow)),
    currentSession: current,
  }
}

function candidateOf<Features>(
  rule: Rule<Features>,
  { features, parameters, articles, answers, switchedOff }: PromptSelection<Features>,
): Candidate[] {
  if (switchedOff.has(rule.id)) return []
  const finding = rule.find(features)
  const evidence = finding === null ? null : evidenceOf(rule, articles)
  if (finding === null || evidence === null) return []
  const dismissals = answers.filter(
    ({ ruleId, answer }) => ruleId === rule.id && answer === 'dismissed',
  ).length
  const prompt = toPrompt(rule, finding, evidence, parameters)
  return [{ rule, finding, evidence, dismissals, prompt }]
}

function isSilent(
  { rule, finding }: Candidate,
  currentSession: number,
  answers: readonly PastAnswer[],
): boolean {
  return answers.some(({ ruleId, sessionNumber, answer, reason }) => {
    if (ruleId !== rule.id) return false
    if (answer === 'later') return currentSession <= sessionNumber
    if (rule.isOnce === true) return true
    const hasNoNewNumbers = finding.sessionNumber <= sessionNumber
    const isUnfit = answer === 'dismissed' && reason !== 'knew-it' && reason !== 'not-now'
    const coolDown = isUnfit ? 2 * rule.coolDownSessions : rule.coolDownSessions
    return hasNoNewNumbers || currentSession < sessionNumber + coolDown
  })
}

/** Whether the event that a candidate is about was answered under another rule's name. */
function isEventAnswered(
  { rule, finding }: Candidate,
  currentSession: number,
  answers: readonly PastAnswer[],
  eventOf: ReadonlyMap<string, 'session' | undefined>,
): boolean {
  if (rule.event === undefined) return false
  return answers.some(({ ruleId, sessionNumber, answer }) => {
    if (ruleId === rule.id || eventOf.get(ruleId) !== rule.event) return false
    return answer === 'later' ? currentSession <= sessionNumber : finding.sessionNumber <= sessionNumber
  })
}

/** Puts what is about one event beneath its first prompt; expects the most important first. */
function foldEvents(sorted: readonly Candidate[]): Pick<ChosenPrompts, 'applying' | 'folded'> {
  const applying: Prompt[] = []
  const folded: Prompt[] = []
  const firstOf = new Map<number, Prompt>()
  for (const { rule, prompt } of sorted) {
    const first = rule.event === undefined ? undefined : firstOf.get(prompt.sessionNumber)
    if (first !== undefined) {
      const { ruleId, title, because } = prompt
      first.also.push({ ruleId, title, because })
      folded.push(prompt)
      continue
    }
    if (rule.event !== undefined) firstOf.set(prompt.sessionNumber, prompt)
    applying.push(prompt)
  }
  return { applying, folded }
}

function byImportance(one: Candidate, other: Candidate): number {
  return (
    other.rule.urgency - one.rule.urgency ||
    other.finding.sessionNumber - one.finding.sessionNumber ||
    other.evidence.strength.order - one.evidence.strength.order ||
    one.dismissals - other.dismissals ||
    (one.rule.id < other.rule.id ? -1 : 1)
  )
}

function toPrompt(
  rule: Omit<Rule<never>, 'find' | 'examples'>,
  finding: RuleFinding,
  { strength, sources: [source, ...furtherSources] }: RuleEvidence,
  parameters: RuleParameters,
): Prompt {
  return {
    ruleId: rule.id,
    ruleVersion: rule.version,
    title: rule.title,
    area: rule.area,
    because: finding.because,
    numbers: finding.numbers,
    suggestion: rule.suggestion,
    rule: ruleInWords(rule, parameters),
    changedParameters: changedParameters(parameters).filter((name) => rule.dependsOn?.includes(name)),
    strength: strength.words,
    cantTell: rule.cantTell,
    source,
    furtherSources,
    also: [],
    sessionNumber: finding.sessionNumber,
  }
}
