import type { PromptScoreKey } from './prompt-scores.ts'
import { meanOf } from '../analytics/series.ts'
import { meanDifference } from '../analytics/mean-difference.ts'
import type {
  ConcernFeature,
  FeelingsFeature,
  LevelFeature,
  PartsFeature,
  UnderstoodFeature,
} from './client-features.ts'
import { isNegativeFeeling } from './feelings.ts'
import type { AllianceScale, RecordedSession } from './prompt-record.ts'
import { usualOf } from './usual.ts'

const partsSessions = 6
const earlierSessionsLookedAt = 4

/** Own and felt empathy and the gap between them, if the newest session has both and the usual gap is known. */
export function understoodOf(attended: readonly RecordedSession[]): UnderstoodFeature | null {
  const newest = attended.at(-1)
  const own = newest?.scores['therapist.own-empathy']
  const felt = newest?.scores['client.felt-empathy']
  if (newest === undefined || own === undefined || felt === undefined) return null
  const gaps = attended.map(({ scores }) => {
    const [ownThen, feltThen] = [scores['therapist.own-empathy'], scores['client.felt-empathy']]
    return ownThen === undefined || feltThen === undefined ? null : ownThen - feltThen
  })
  const gap = usualOf(newest.number, gaps)
  return gap === null ? null : { sessionNumber: newest.number, own, felt, gap }
}

/** The client's level in the alliance, if the newest session was rated. */
export function levelOf(
  attended: readonly RecordedSession[],
  { minimum, maximum }: AllianceScale,
): LevelFeature | null {
  const newest = attended.at(-1)
  if (newest?.scores['client.alliance'] === undefined) return null
  const rated = ratingsOf(attended, 'client.alliance')
  const mean = meanOf(rated)
  const middle = (minimum + maximum) / 2
  return mean === null ? null : { sessionNumber: newest.number, mean, middle, ratings: rated.length }
}

/** The parts of the alliance over the newest six sessions that have all of them, including the newest session. */
export function partsOf(attended: readonly RecordedSession[]): PartsFeature | null {
  const newest = attended.at(-1)
  if (newest === undefined || !hasParts(newest)) return null
  const rated = attended.filter(hasParts).slice(-partsSessions)
  const [bonds, tasks, goals] = (['client.bond', 'client.tasks', 'client.goals'] as const).map((key) =>
    ratingsOf(rated, key),
  )
  if (rated.length < partsSessions || bonds === undefined || tasks === undefined || goals === undefined)
    return null
  const toTasks = meanDifference(bonds, tasks)
  const toGoals = meanDifference(bonds, goals)
  return {
    sessionNumber: newest.number,
    sessions: rated.length,
    bond: meanOf(bonds) ?? 0,
    tasks: meanOf(tasks) ?? 0,
    goals: meanOf(goals) ?? 0,
    surelyAboveBond: Math.min(toTasks.mean - toTasks.margin, toGoals.mean - toGoals.margin),
    surelyBelowBond: Math.min(-toTasks.mean - toTasks.margin, -toGoals.mean - toGoals.margin),
  }
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

/** The newest concern that was noted, unless it was noted as taken up in that session or since; null if there is none. */
export function concernOf(attended: readonly RecordedSession[]): ConcernFeature | null {
  const index = attended.findLastIndex(({ events }) => events.includes('concern-raised'))
  const raised = attended[index]
  if (raised === undefined) return null
  if (attended.slice(index).some(({ events }) => events.includes('concern-taken-up'))) return null
  return { sessionNumber: raised.number, sessionsSince: attended.length - 1 - index }
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
