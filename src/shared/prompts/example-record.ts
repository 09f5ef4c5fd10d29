import { ruptureEpisodes } from '#shared/analytics/index.ts'
import { initialRuleParameters } from '../rule-settings/rule-parameters.ts'
import type { PromptScoreKey } from './prompt-scores.ts'
import type { ClientFeatures } from './client-features.ts'
import { featuresOf } from './features.ts'
import { ownAllianceScale, type PromptRecord, type RecordedSession } from './prompt-record.ts'

/** A session held, with parts replaced. */
export function exampleSession(number: number, changes: Partial<RecordedSession> = {}): RecordedSession {
  return {
    number,
    status: 'held',
    scores: {},
    isRatedByClient: Object.keys(changes.scores ?? {}).some((key) => key.startsWith('client.')),
    ruptureNote: null,
    events: [],
    feelings: [],
    clientMissing: null,
    ...changes,
  }
}

/** Consecutive held sessions with the scores of each series; null if a session was not rated. */
export function exampleSessions(
  series: Partial<Record<PromptScoreKey, (number | null)[]>>,
): RecordedSession[] {
  const length = Math.max(...Object.values(series).map((scores) => scores.length))
  return Array.from({ length }, (_, index) => {
    const rated = Object.entries(series).flatMap(([key, scores]) => {
      const score = scores[index]
      return score === null || score === undefined ? [] : [[key, score] as const]
    })
    return exampleSession(index + 1, { scores: Object.fromEntries(rated) })
  })
}

/** The record of these sessions, with the episodes that Attune rule 1 finds in either rater's alliance. */
export function exampleRecord(
  sessions: readonly RecordedSession[],
  changes: Partial<PromptRecord> = {},
): PromptRecord {
  const episodes = (['client', 'therapist'] as const).flatMap((rater) =>
    ruptureEpisodes(
      sessions.map(({ scores }) => scores[`${rater}.alliance`] ?? null),
      { scaleRange: 10, step: 0.25 },
    ).map((episode) => ({ ...episode, rater })),
  )
  return {
    sessions,
    alliance: ownAllianceScale,
    episodes,
    closed: { falls: new Set(), notes: new Set() },
    outcomes: [],
    parameters: initialRuleParameters,
    ...changes,
  }
}

/**
 * The features of sessions with these scores, the newest one changed by `newest`, and the sessions in `after`. A rule's
 * examples take the same path as a client's record.
 */
export function exampleFeatures(
  series: Partial<Record<PromptScoreKey, (number | null)[]>>,
  { newest = {}, after = [] }: { newest?: Partial<RecordedSession>; after?: Partial<RecordedSession>[] } = {},
): ClientFeatures {
  const sessions = exampleSessions(series)
  const last = sessions.length
  const all = sessions.map((session) => (session.number === last ? { ...session, ...newest } : session))
  const later = after.map((changes, index) => exampleSession(last + 1 + index, changes))
  return featuresOf(exampleRecord([...all, ...later]))
}
