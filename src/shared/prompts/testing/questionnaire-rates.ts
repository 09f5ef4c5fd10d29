import { explainChange, explainTrack } from '../../analytics/explained/index.ts'
import { normalFrom, uniformFrom } from '../../analytics/testing/simulated-courses.ts'
import { initialRuleParameters } from '../../rule-settings/rule-parameters.ts'
import { exampleRecord, exampleSession } from '../example-record.ts'
import type { PromptRecord, RecordedOutcome } from '../prompt-record.ts'
import type { RuleRate } from './prompt-rates.ts'
import { shownPrompts } from './shown-prompts.ts'

/** The rules that speak from a questionnaire. */
export const questionnaireRules = ['outcome-reliably-worse', 'outcome-little-gained'] as const

// A questionnaire like the PHQ-9: its range, its reliable change and its cut-off.
const maximum = 27
const points = 6
const cutoff = 10
const sessionsPerClient = 20

/** By how many points a client must truly have changed for the change to count as true: half of a reliable one. */
const trulyChanged = points / 2

/** How the simulated clients go: each stays, or a third each stay, get worse and get better by 3 to 10 points. */
type Course = 'all stay' | 'thirds'

/**
 * How often the rules about questionnaires speak, and how often with reason, of clients who fill one in after each
 * session. `error` is the spread of a rating around the client's true level, in points.
 */
export function questionnaireRates(
  { error, course }: { error: number; course: Course },
  { clients, seed }: { clients: number; seed: number },
): RuleRate[] {
  const uniform = uniformFrom(seed)
  const normal = normalFrom(uniform)
  const counts = new Map<string, { shown: number; correct: number }>(
    questionnaireRules.map((id) => [id, { shown: 0, correct: 0 }]),
  )
  for (let client = 0; client < clients; client += 1) {
    const level = 6 + 12 * uniform()
    const change = course === 'all stay' ? 0 : ((client % 3) - 1) * (3 + 7 * uniform())
    const levelIn = (session: number) => level + (change * session) / (sessionsPerClient - 1)
    const scores = Array.from({ length: sessionsPerClient }, (_, session) =>
      Math.min(maximum, Math.max(0, Math.round(levelIn(session) + error * normal()))),
    )
    const shown = shownPrompts(sessionsPerClient, (sessions) => recordOf(scores.slice(0, sessions)))
    for (const { sessionNumber, prompt } of shown) {
      const count = counts.get(prompt.ruleId)
      if (count === undefined) continue
      count.shown += 1
      const worse = levelIn(sessionNumber - 1) - level
      const isTrue =
        prompt.ruleId === 'outcome-reliably-worse' ? worse >= trulyChanged : worse > -trulyChanged
      if (isTrue) count.correct += 1
    }
  }
  return [...counts].map(([ruleId, { shown, correct }]) => ({
    ruleId,
    per100Sessions: (100 * shown) / (clients * sessionsPerClient),
    shareTrue: shown === 0 ? null : correct / shown,
  }))
}

function recordOf(scores: readonly number[]): PromptRecord {
  const { trackSession, trackShare } = initialRuleParameters
  const outcome: RecordedOutcome = {
    title: 'a questionnaire',
    n: scores.length,
    threshold: { points, source: 'the simulation' },
    scale: { direction: 'lower-is-better' },
    scores,
    totals: [],
    change: explainChange(scores, {
      direction: 'lower-is-better',
      yardstick: { kind: 'published', points },
      baseline: 0,
      cutoff,
    }),
    track: explainTrack(scores, {
      reliableChange: points,
      cutoff,
      judgedFromSession: trackSession,
      littleGained: trackShare,
    }),
  }
  return exampleRecord(
    scores.map((_, index) => exampleSession(index + 1)),
    { outcomes: [outcome] },
  )
}
