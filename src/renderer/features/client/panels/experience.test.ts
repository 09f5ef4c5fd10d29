import i18next, { type TFunction } from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import { startI18n } from '#renderer/lib/i18n.ts'
import { pastOf } from '../past-sessions.ts'
import { ratedOverview } from '../testing/rated-overview.ts'
import { experiencesOf } from './experience.ts'

let t: TFunction
beforeAll(() => {
  startI18n()
  t = i18next.t
})

const feeling = 'therapist/attune-feelings-before/inadequate'
const empathy = 'client/attune-session-experience/felt-empathy'

const experiences = (ratings: readonly (readonly [feeling: number, empathy: number])[]) =>
  experiencesOf(
    pastOf(ratedOverview(ratings.map(([felt, rated]) => ({ [feeling]: felt, [empathy]: rated })))),
    t,
  )

// The feeling and the client's rating of congruence.test.ts: slope 0.7.
const pairs = [
  [5, 4],
  [6, 5],
  [4, 4],
  [7, 6],
  [3, 3],
  [5, 4.5],
] as const

test('a feeling is compared with the client’s rating of the same session from as many pairs on as a rule needs', () => {
  expect(experiences(pairs.slice(0, 5))).toEqual([])
  const [found] = experiences(pairs)
  expect(found?.rows.map(({ name, sessionName, n }) => [name, sessionName, n])).toEqual([
    ['Inadequate, before', 'same session', 6],
  ])
  expect(found?.rows[0]?.points).toBeCloseTo(0.7, 10)
  expect(found?.sentence).toBe(
    'The client’s felt empathy is 0.7 higher for each point of “Inadequate, before”, in the same session (6 sessions with both).',
  )
})

test('the next session has a row of its own, whose pairs are one session apart', () => {
  const delayed = [1, 5, 2, 6, 3, 8, 4].map((felt, index, all) => [felt, 10 - (all[index - 1] ?? 5)] as const)
  const [found] = experiences(delayed)
  const next = found?.rows.find(({ session }) => session === 'next')
  expect(next).toMatchObject({ sessionName: 'next session', n: 6 })
  expect(next?.points).toBeCloseTo(-1, 10)
  expect(found?.sentence).toContain('1 lower for each point of “Inadequate, before”, in the next session')
})

test('a relation whose interval reaches zero is not put into words, and chance is named', () => {
  const [found] = experiences([
    [5, 6],
    [6, 5],
    [4, 6],
    [7, 7],
    [3, 5],
    [5, 5],
    [5, 6],
  ])
  expect(found?.sentence).toBe(
    'None of your feelings goes clearly with the client’s felt empathy (6 to 7 sessions with both).',
  )
  expect(found?.note).toContain(
    'Of 2 such lines, at least one misses zero by chance alone in 10 of 100 clients.',
  )
})
