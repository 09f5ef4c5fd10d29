import type { Article } from '../evidence/article.ts'
import { strengthOf } from '../evidence/strength.ts'
import { changedParameters } from '../rules/rule-parameters.ts'
import { featuresOf } from './features.ts'
import type { Prompt, PromptAnswer } from './prompt.ts'
import type { PromptRecord } from './prompt-record.ts'
import type { EvidenceReference, Rule, RuleFinding } from './rule.ts'
import { rules as everyRule } from './rules/rules.ts'

/** The most prompts shown for one session: each further one makes all of them more likely to be ignored. */
export const promptLimit = 3

type Candidate = {
  rule: Rule
  finding: RuleFinding
  strength: { words: string; order: number }
  sources: [Prompt['source'], ...Prompt['source'][]]
  dismissals: number
}

/**
 * Chooses at most three prompts for one client, the most pressing first.
 *
 * The order is urgency, then the newer numbers, then the stronger finding, then what was not dismissed before,
 * then the rule's name: the same record, library and answers always give the same prompts. A rule stays silent
 * while it cools down after an answer (twice as long where it did not fit), when it has no newer numbers than at
 * that answer (`later` asks for the next session only), when a more exact rule speaks, or when its finding is not
 * in the library. Prompts already answered in this session count towards the three.
 */
export function selectPrompts(
  record: PromptRecord,
  library: readonly Article[],
  answers: readonly PromptAnswer[],
  rules: readonly Rule[] = everyRule,
): Prompt[] {
  const features = featuresOf(record)
  const candidates: Candidate[] = []
  for (const rule of rules) {
    const finding = rule.find(features)
    const evidence = evidenceFor(rule, library)
    if (finding === null || evidence === null) continue
    const dismissals = answers.filter(
      ({ ruleId, answer }) => ruleId === rule.id && answer === 'doesnt-fit',
    ).length
    candidates.push({ rule, finding, ...evidence, dismissals })
  }
  const answeredNow = answers.filter(({ sessionNumber }) => sessionNumber === features.currentSession)
  const superseded = new Set(candidates.flatMap(({ rule }) => rule.supersedes ?? []))
  return candidates
    .filter(({ rule }) => !superseded.has(rule.id))
    .filter(({ rule, finding }) => !isSilent(rule, finding, features.currentSession, answers))
    .toSorted(byImportance)
    .slice(0, Math.max(0, promptLimit - answeredNow.length))
    .map((candidate) => toPrompt(candidate, record.parameters))
}

function isSilent(
  rule: Rule,
  finding: RuleFinding,
  currentSession: number,
  answers: readonly PromptAnswer[],
): boolean {
  return answers.some(({ ruleId, sessionNumber, answer }) => {
    if (ruleId !== rule.id) return false
    if (answer === 'later') return currentSession <= sessionNumber
    const hasNoNewNumbers = finding.sessionNumber <= sessionNumber
    const coolDown = answer === 'doesnt-fit' ? 2 * rule.coolDownSessions : rule.coolDownSessions
    return hasNoNewNumbers || currentSession < sessionNumber + coolDown
  })
}

function byImportance(one: Candidate, other: Candidate): number {
  return (
    other.rule.urgency - one.rule.urgency ||
    other.finding.sessionNumber - one.finding.sessionNumber ||
    other.strength.order - one.strength.order ||
    one.dismissals - other.dismissals ||
    (one.rule.id < other.rule.id ? -1 : 1)
  )
}

function evidenceFor(
  rule: Rule,
  library: readonly Article[],
): Pick<Candidate, 'strength' | 'sources'> | null {
  const [nearest, ...others] = rule.restsOn
  const first = lookUp(nearest, library)
  if (first === null) return null
  const further = others.flatMap((reference) => lookUp(reference, library)?.source ?? [])
  return { strength: first.strength, sources: [first.source, ...further] }
}

function lookUp({ articleId, effectId }: EvidenceReference, library: readonly Article[]) {
  const article = library.find(({ id }) => id === articleId)
  const effect = article?.effects.find(({ id }) => id === effectId)
  if (article === undefined || effect === undefined) return null
  return {
    strength: strengthOf(article, effect),
    source: { articleId, effectId, citation: article.shortCitation },
  }
}

function toPrompt(
  { rule, finding, strength, sources: [source, ...furtherSources] }: Candidate,
  parameters: PromptRecord['parameters'],
): Prompt {
  const changed = changedParameters(parameters)
  return {
    ruleId: rule.id,
    ruleVersion: rule.version,
    title: rule.title,
    area: rule.area,
    because: finding.because,
    numbers: finding.numbers,
    suggestion: rule.suggestion,
    rule: typeof rule.rule === 'string' ? rule.rule : rule.rule(parameters),
    changedParameters: changed.filter((name) => rule.dependsOn?.includes(name)),
    strength: strength.words,
    cantTell: rule.cantTell,
    source,
    furtherSources,
    sessionNumber: finding.sessionNumber,
  }
}
