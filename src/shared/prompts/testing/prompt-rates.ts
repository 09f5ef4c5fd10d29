import { ruptureEpisodes } from '#shared/analytics/index.ts'
import { initialRuleParameters } from '../../rule-settings/rule-parameters.ts'
import {
  ownAllianceScale,
  type AllianceScale,
  type PromptRecord,
  type RecordedSession,
} from '../prompt-record.ts'
import { rules } from '../rules/rules.ts'
import { shownPrompts } from './shown-prompts.ts'
import { simulateClients, type SimulatedClient } from './simulated-clients.ts'
import { isTrueOf } from './true-prompts.ts'

/** How often one rule spoke, and how often with reason. */
export interface RuleRate {
  ruleId: string
  /** Prompts shown in 100 sessions. */
  per100Sessions: number
  /** The share of these prompts that state something true; null if there were none. */
  shareTrue: number | null
}

/** What a simulated caseload brought. */
export interface PromptRates {
  sessions: number
  /** Prompts shown per session. */
  perSession: number
  shareTrue: number | null
  byRule: readonly RuleRate[]
  /** The share of large ruptures that brought a prompt from the client's ratings. */
  rupturesFound: { share: number; count: number }
}

/** The smallest rupture, in points, and the first session in which the rules must find it. */
const largeRupture = 2.5
const firstFindable = 7

/** Rules that speak from the client's ratings of the alliance, of felt empathy or of helpfulness. */
const fromRatings: ReadonlySet<string> = new Set([
  'rupture-episode-open',
  'rupture-detected-not-reported',
  'alliance-below-usual',
  'felt-empathy-below-usual',
  'own-empathy-above-felt',
  'helpfulness-below-usual',
])

function recordOf(simulated: PromptRecord['sessions'], alliance: AllianceScale): PromptRecord {
  const sessions = simulated.map((session) => ({ ...session, scores: onScale(session.scores, alliance) }))
  const { minimum, maximum, step } = alliance
  const episodes = (['client', 'therapist'] as const).flatMap((rater) =>
    ruptureEpisodes(
      sessions.map(({ scores }) => scores[`${rater}.alliance`] ?? null),
      { scaleRange: maximum - minimum, step },
    ).map((episode) => ({ ...episode, rater })),
  )
  const closed = { falls: new Set<number>(), notes: new Set<number>() }
  return { sessions, alliance, episodes, closed, outcomes: [], parameters: initialRuleParameters }
}

/** Moves both raters' alliance from the scale of the simulation, 0 to 10, to another one. */
function onScale(
  scores: RecordedSession['scores'],
  { minimum, maximum }: AllianceScale,
): RecordedSession['scores'] {
  const moved = { ...scores }
  for (const key of ['client.alliance', 'therapist.alliance'] as const) {
    const score = scores[key]
    if (score !== undefined) moved[key] = minimum + (score * (maximum - minimum)) / 10
  }
  return moved
}

/** Counts the prompts of these clients. */
function ratesOf(clients: readonly SimulatedClient[], alliance = ownAllianceScale): PromptRates {
  const counts = new Map(rules.map(({ id }) => [id, { shown: 0, correct: 0 }]))
  let sessions = 0
  const found = { count: 0, found: 0 }
  for (const client of clients) {
    sessions += client.sessions.length
    const shown = shownPrompts(client.sessions.length, (count) =>
      recordOf(client.sessions.slice(0, count), alliance),
    )
    for (const { prompt } of shown) {
      const count = counts.get(prompt.ruleId)
      if (count === undefined) continue
      count.shown += 1
      if (isTrueOf(client.truth, prompt)) count.correct += 1
    }
    for (const rupture of client.truth.ruptures) {
      if (rupture.points < largeRupture || rupture.sessionNumber < firstFindable) continue
      found.count += 1
      const isFound = shown.some(
        ({ sessionNumber, prompt }) =>
          [rupture.sessionNumber, rupture.sessionNumber + 1].includes(sessionNumber) &&
          [prompt.ruleId, ...prompt.also.map(({ ruleId }) => ruleId)].some((id) => fromRatings.has(id)),
      )
      if (isFound) found.found += 1
    }
  }
  const total = [...counts.values()].reduce((sum, { shown }) => sum + shown, 0)
  const correct = [...counts.values()].reduce((sum, count) => sum + count.correct, 0)
  return {
    sessions,
    perSession: total / sessions,
    shareTrue: total === 0 ? null : correct / total,
    byRule: [...counts].map(([ruleId, count]) => ({
      ruleId,
      per100Sessions: (100 * count.shown) / sessions,
      shareTrue: count.shown === 0 ? null : count.correct / count.shown,
    })),
    rupturesFound: { share: found.count === 0 ? 0 : found.found / found.count, count: found.count },
  }
}

const sessionsPerClient = 30

interface Circumstances {
  /** The scale of the alliance; Attune's own if left out. */
  alliance?: AllianceScale
  /** The share of sessions that a client misses; none if left out. */
  missedShare?: number
}

/** Clients whose level never changes, so that every change in their ratings is chance. */
export function stableRates(
  sd: number,
  clients: number,
  seed: number,
  { alliance, missedShare = 0 }: Circumstances = {},
): PromptRates {
  const { client } = simulateClients(seed)
  const model = {
    sessions: sessionsPerClient,
    sd,
    emotionSd: 1.5,
    tracking: 0.3,
    growth: 0,
    ruptureChance: 0,
    concernChance: 0,
    missedShare,
  }
  return ratesOf(
    Array.from({ length: clients }, () => client(model)),
    alliance,
  )
}

/** Clients who differ in steadiness, with a rupture about every 12 sessions and a concern about every 60; a third of them grow. */
export function mixedRates(
  clients: number,
  seed: number,
  { alliance, missedShare = 0 }: Circumstances = {},
): PromptRates {
  const { client, normal, uniform } = simulateClients(seed)
  return ratesOf(
    Array.from({ length: clients }, () =>
      client({
        sessions: sessionsPerClient,
        sd: Math.min(2, 0.7 * Math.exp(0.35 * normal())),
        emotionSd: 1.5,
        tracking: uniform(),
        growth: uniform() < 1 / 3 ? 1 + 2 * uniform() : 0,
        ruptureChance: 1 / 11,
        concernChance: 1 / 60,
        missedShare,
      }),
    ),
    alliance,
  )
}
