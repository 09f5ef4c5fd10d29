import { z } from 'zod'
import type { Observe } from '../practice/observe-client.ts'
import { measureSchema, practiceMeasures, type PracticeMeasure } from '../practice/practice.ts'
import type { ReceivedClient } from './received-client.ts'
import {
  allianceOf,
  courseSessions,
  isNoted,
  pairOfBundled,
  ratingsIn,
  rupturesIn,
} from './bundled-course.ts'

/** What a supervisee's own learning shows over time, in the order of the screen. */
export const learningMeasures = [
  'noted',
  'repaired',
  'difference',
  'distance',
] as const satisfies readonly PracticeMeasure[]
export type LearningMeasure = (typeof learningMeasures)[number]

/** Accepts a supervisee's learning: sums over the clients that were shared, each silent below the number it needs. */
export const learningSchema = z.strictObject({
  noted: measureSchema,
  repaired: measureSchema,
  difference: measureSchema,
  distance: measureSchema,
} satisfies Record<LearningMeasure, typeof measureSchema>)
export type Learning = z.output<typeof learningSchema>

/** Picks the measures of learning from those of a practice. */
export function learningOf(
  measures: Readonly<Record<(typeof practiceMeasures)[number], Learning['noted']>>,
): Learning {
  const { noted, repaired, difference, distance } = measures
  return { noted, repaired, difference, distance }
}

/**
 * Passes on every unit that one received client holds. A session without a date counts in the time in which it came.
 */
export function observeReceived(
  { content, came }: Pick<ReceivedClient, 'content' | 'came'>,
  observe: Observe,
): void {
  const sessions = courseSessions(content)
  const cameOn = new Map(came.map(({ number, cameAt }) => [number, cameAt.slice(0, 10)]))
  const days = new Map(sessions.map(({ number, date }) => [number, date ?? cameOn.get(number)]))
  const alliance = allianceOf(content)
  const pair = alliance === null ? null : pairOfBundled(alliance, content)
  if (alliance !== null && pair !== null) {
    const client = ratingsIn(alliance, sessions)
    const therapist = ratingsIn(pair, sessions)
    sessions.forEach(({ number }, place) => {
      const [one, other, day] = [client[place] ?? null, therapist[place] ?? null, days.get(number)]
      if (one === null || other === null || day === undefined) return
      const difference = ((other - one) * 10) / (alliance.maximum - alliance.minimum)
      observe('difference', day, difference)
      observe('distance', day, Math.abs(difference))
    })
  }
  for (const rupture of rupturesIn(content)) {
    const day = days.get(rupture.trough)
    if (day === undefined) continue
    const noted = isNoted(rupture, content)
    if (noted !== null) observe('noted', day, noted ? 1 : 0)
    if (rupture.state !== 'open') observe('repaired', day, rupture.state === 'repaired' ? 1 : 0)
  }
}
