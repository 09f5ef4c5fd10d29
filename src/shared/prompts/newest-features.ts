import type { PromptScoreKey } from './prompt-scores.ts'
import { meanOf } from '../analytics/series.ts'
import type {
  ClientFeatures,
  FeelingsFeature,
  LevelFeature,
  PartsFeature,
  UnderstoodFeature,
} from './client-features.ts'
import { isNegativeFeeling } from './feelings.ts'
import type { RecordedSession } from './prompt-record.ts'

const partsSessions = 3
const earlierSessionsLookedAt = 4

/** The guess of the client's negative emotion and their rating, if the newest session has both. */
export function guessOf(newest: RecordedSession | undefined): ClientFeatures['guessNegative'] {
  const guess = newest?.scores['therapist.guess-negative']
  const rating = newest?.scores['client.negative']
  if (newest === undefined || guess === undefined || rating === undefined) return null
  return { sessionNumber: newest.number, guess, rating }
}

/** Own and felt empathy, if the newest session has both. */
export function understoodOf(newest: RecordedSession | undefined): UnderstoodFeature | null {
  const own = newest?.scores['therapist.own-empathy']
  const felt = newest?.scores['client.felt-empathy']
  if (newest === undefined || own === undefined || felt === undefined) return null
  return { sessionNumber: newest.number, own, felt }
}

/** The client's level in the alliance, if the newest session was rated. */
export function levelOf(attended: readonly RecordedSession[]): LevelFeature | null {
  const newest = attended.at(-1)
  if (newest?.scores['client.alliance'] === undefined) return null
  const rated = ratingsOf(attended, 'client.alliance')
  const mean = meanOf(rated)
  return mean === null ? null : { sessionNumber: newest.number, mean, ratings: rated.length }
}

/** The parts of the alliance over the newest three sessions that have all of them, including the newest session. */
export function partsOf(attended: readonly RecordedSession[]): PartsFeature | null {
  const newest = attended.at(-1)
  if (newest === undefined || !hasParts(newest)) return null
  const rated = attended.filter(hasParts).slice(-partsSessions)
  const [bond, tasks, goals] = (['client.bond', 'client.tasks', 'client.goals'] as const).map((key) =>
    meanOf(ratingsOf(rated, key)),
  )
  if (rated.length < partsSessions || bond == null || tasks == null || goals == null) return null
  return { sessionNumber: newest.number, sessions: rated.length, bond, tasks, goals }
}

/** The hard feelings named in the newest session, or null if there are none. */
export function feelingsOf(attended: readonly RecordedSession[]): FeelingsFeature | null {
  const newest = attended.at(-1)
  const words = [...new Set(newest?.feelings.filter(isNegativeFeeling))]
  if (newest === undefined || words.length === 0) return null
  const before = attended.slice(0, -1).slice(-earlierSessionsLookedAt)
  return {
    sessionNumber: newest.number,
    words,
    before: {
      sessions: before.length,
      withWords: before.filter(({ feelings }) => feelings.some(isNegativeFeeling)).length,
    },
  }
}

function hasParts({ scores }: RecordedSession): boolean {
  return (
    scores['client.bond'] !== undefined &&
    scores['client.tasks'] !== undefined &&
    scores['client.goals'] !== undefined
  )
}

function ratingsOf(sessions: readonly RecordedSession[], key: PromptScoreKey): number[] {
  return sessions.flatMap(({ scores }) => scores[key] ?? [])
}
