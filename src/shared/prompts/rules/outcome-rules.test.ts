import { expect, test } from 'vitest'
import { nothingKnown, type OutcomeFeature } from '../client-features.ts'
import { outcomeLittleGained, outcomeReliablyWorse } from './outcome-rules.ts'

const lantern: OutcomeFeature = {
  title: 'Lantern',
  sessionNumber: 9,
  baselineSession: 1,
  before: -12,
  after: -4,
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
