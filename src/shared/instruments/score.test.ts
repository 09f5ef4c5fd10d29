import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instrumentSchema } from './instrument.ts'
import type { Answers } from './response.ts'
import { scoreResponse } from './score.ts'

const item = (id: string, reversed = false) => ({
  id,
  text: 'A question',
  minimum: 0,
  maximum: 10,
  step: 1,
  reversed,
  anchors: { minimum: 'Not at all', maximum: 'Completely' },
})

const instrument = instrumentSchema.parse({
  id: 'example',
  version: 1,
  title: 'An example',
  measures: 'Nothing',
  respondent: 'client',
  occasion: 'after',
  instruction: 'Choose the number that fits best.',
  items: [item('calm'), item('tense', true), item('constructor')],
  scales: [
    {
      id: 'strict-sum',
      title: 'Sum, all needed',
      items: ['calm', 'tense', 'constructor'],
      method: 'sum',
      minimum: 0,
      maximum: 30,
      direction: 'higher-is-better',
      missing: { minimumAnswered: 3, prorate: false },
    },
    {
      id: 'prorated-sum',
      title: 'Sum, two suffice',
      items: ['calm', 'tense', 'constructor'],
      method: 'sum',
      minimum: 0,
      maximum: 30,
      direction: 'higher-is-better',
      missing: { minimumAnswered: 2, prorate: true },
    },
    {
      id: 'mean',
      title: 'Mean, two suffice',
      items: ['calm', 'tense', 'constructor'],
      method: 'mean',
      minimum: 0,
      maximum: 10,
      direction: 'higher-is-better',
      missing: { minimumAnswered: 2, prorate: true },
    },
  ],
  riskItems: [],
  licence: 'Free',
  attribution: 'Nobody',
  whoMayUse: 'Anyone',
  validationStatus: 'Not validated',
})

const given = (value: number) => ({ value, missingReason: null })
const skipped = { value: null, missingReason: 'skipped' as const }

describe('scoreResponse', () => {
  it('reverses items before it adds or averages', () => {
    const scores = scoreResponse(instrument, { calm: given(7), tense: given(2), constructor: given(6) })
    expect(scores).toEqual({
      'strict-sum': { value: 21, answered: 3, items: 3, isProrated: false, missing: [] },
      'prorated-sum': { value: 21, answered: 3, items: 3, isProrated: false, missing: [] },
      mean: { value: 7, answered: 3, items: 3, isProrated: false, missing: [] },
    })
  })

  it('prorates only if the scale says so', () => {
    const scores = scoreResponse(instrument, { calm: given(7), tense: skipped, constructor: given(6) })
    expect(scores['strict-sum']).toEqual({
      value: null,
      answered: 2,
      items: 3,
      isProrated: false,
      missing: ['tense'],
    })
    expect(scores['prorated-sum']).toMatchObject({ value: 19.5, isProrated: true, missing: ['tense'] })
    expect(scores['mean']).toMatchObject({ value: 6.5, isProrated: true })
  })

  it('gives no score below the fewest answers, and does not call that prorated', () => {
    const scores = scoreResponse(instrument, { calm: given(7), tense: skipped })
    expect(scores['mean']).toEqual({
      value: null,
      answered: 1,
      items: 3,
      isProrated: false,
      missing: ['tense', 'constructor'],
    })
  })

  it('does not treat inherited properties as answers', () => {
    expect(scoreResponse(instrument, {})['mean']).toMatchObject({ value: null, answered: 0 })
  })

  it.each([11, -1, 6.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'counts the impossible answer %d as missing',
    (value) => {
      const scores = scoreResponse(instrument, { calm: given(value), tense: given(2), constructor: given(6) })
      expect(scores['mean']).toMatchObject({ missing: ['calm'], value: 7 })
    },
  )

  it('never leaves the range of the scale, for any answers', () => {
    const answer = fc.oneof(
      fc.constant(skipped),
      fc.oneof(fc.integer({ min: -2, max: 12 }), fc.double()).map(given),
    )
    const answers: fc.Arbitrary<Answers> = fc.dictionary(
      fc.constantFrom('calm', 'tense', 'constructor', 'unknown'),
      answer,
    )
    fc.assert(
      fc.property(answers, (given) => {
        for (const scale of instrument.scales) {
          const value = scoreResponse(instrument, given)[scale.id]!.value
          if (value !== null) {
            expect(value).toBeGreaterThanOrEqual(scale.minimum)
            expect(value).toBeLessThanOrEqual(scale.maximum)
          }
        }
      }),
    )
  })
})
