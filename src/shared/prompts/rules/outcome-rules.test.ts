import { expect, test } from 'vitest'
import { nothingKnown, type OutcomeFeature } from '../client-features.ts'
import { outcomeLittleGained, outcomeReliablyWorse } from './outcome-rules.ts'

const lantern: OutcomeFeature = {
  title: 'Lantern',
  sessionNumber: 9,
  baselineSession: 1,
  before: -12,
  after: -4,
  isTotal: { before: false, after: false },
  ratings: 6,
  points: 5,
  source: 'a published source',
  isReliablyWorse: true,
  littleGained: null,
}
const known = { ...nothingKnown, currentSession: 9 }

test('scores and cut-off below zero keep their sign', () => {
  const worse = outcomeReliablyWorse.find({ ...known, outcomes: [lantern] })
  expect(worse?.because).toMatch(/^Lantern went from −12 in session 1 to −4 in session 9;/)
  const little: OutcomeFeature = {
    ...lantern,
    isReliablyWorse: false,
    littleGained: { cutoff: -15, fromSession: 6, share: 0.5 },
  }
  expect(outcomeLittleGained.find({ ...known, outcomes: [little] })?.because).toContain('the cut-off of −15')
})

test('a score that is a total without answers is named as one, where it is', () => {
  const found = (before: boolean, after: boolean) => {
    const prompt = outcomeReliablyWorse.find({
      ...known,
      outcomes: [{ ...lantern, isTotal: { before, after } }],
    })
    return [prompt?.because.split(';')[0], ...(prompt?.numbers.slice(0, 2).map(({ label }) => label) ?? [])]
  }
  expect(found(true, false)).toEqual([
    'Lantern went from −12 (total only) in session 1 to −4 in session 9',
    'Lantern, rating that others are compared with (total only)',
    'Lantern, newest rating',
  ])
  expect(found(false, true)).toEqual([
    'Lantern went from −12 in session 1 to −4 (total only) in session 9',
    'Lantern, rating that others are compared with',
    'Lantern, newest rating (total only)',
  ])
})
