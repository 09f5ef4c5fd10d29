import { ruptureEpisodes } from '#shared/analytics/index.ts'
import { initialRuleParameters } from '../../rules/rule-parameters.ts'
import type { ScoreKey } from '../../sessions/score-key.ts'
import type { PromptRecord, RecordedSession } from '../prompt-record.ts'

/** A session held a week after the one before it, with parts replaced. */
export function exampleSession(number: number, changes: Partial<RecordedSession> = {}): RecordedSession {
  const day = new Date(Date.UTC(2024, 0, 1 + 7 * number)).toISOString().slice(0, 10)
  return { number, date: day, status: 'held', scores: {}, ruptureNote: null, events: [], ...changes }
}

/** Sessions held one after the other with the scores of each series; null where a session was not rated. */
export function exampleSessions(series: Partial<Record<ScoreKey, (number | null)[]>>): RecordedSession[] {
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
export function exampleRecord(sessions: readonly RecordedSession[]): PromptRecord {
  const episodes = (['client', 'therapist'] as const).flatMap((rater) =>
    ruptureEpisodes(
      sessions.map(({ scores }) => scores[`${rater}.alliance`] ?? null),
      { scaleRange: 10, step: 0.5 },
    ).map((episode) => ({ ...episode, rater })),
  )
  return { sessions, episodes, parameters: initialRuleParameters }
}
