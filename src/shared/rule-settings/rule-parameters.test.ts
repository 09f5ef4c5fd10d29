import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minimumRatings } from '../analytics/index.ts'
import { ruptureRule } from '../analytics/rupture-episodes.ts'
import { trackRule } from '../analytics/outcome-track.ts'
import {
  changedParameters,
  completeRuleParameters,
  initialRuleParameters,
  onlyChanged,
  ruleParameterBounds,
  ruleParametersSchema,
} from './rule-parameters.ts'

const {
  scaleRange: _range,
  step: _step,
  known: _known,
  ...ruptureRuleDefaults
} = ruptureRule({ scaleRange: 10, step: 0.25 })

test('the defaults are those of the rules themselves', () => {
  expect(initialRuleParameters).toMatchObject({
    ...ruptureRuleDefaults,
    congruencePairs: minimumRatings.congruence,
    trackSession: trackRule.judgedFromSession,
    trackShare: trackRule.littleGained,
  })
})

test('no parameter can show a result earlier than the minimum allows', () => {
  expect(ruleParameterBounds.congruencePairs.minimum).toBe(minimumRatings.congruence)
})

test.each(Object.entries(ruleParameterBounds))('%s is refused beyond its bounds', (name, bounds) => {
  const accepts = (value: number) =>
    ruleParametersSchema.safeParse({
      ...initialRuleParameters,
      dipSpreads: 1,
      ruptureSpreads: 20,
      [name]: value,
    }).success
  expect(accepts(bounds.minimum)).toBe(true)
  expect(accepts(bounds.maximum)).toBe(true)
  expect(accepts(bounds.minimum - 0.01)).toBe(false)
  expect(accepts(bounds.maximum + 0.01)).toBe(false)
  expect(accepts(Number.NaN)).toBe(false)
  if (bounds.isWhole) expect(accepts(bounds.minimum + 0.5)).toBe(false)
})

test('a dip that is deeper than a rupture is refused', () => {
  const result = ruleParametersSchema.safeParse({
    ...initialRuleParameters,
    dipSpreads: 3,
    ruptureSpreads: 2.5,
  })
  expect(result.error?.issues.map(({ path }) => path)).toEqual([['ruptureSpreads']])
})

test('changed parameters are named, stored and completed again', () => {
  expect(changedParameters(initialRuleParameters)).toEqual([])
  const changed = { ...initialRuleParameters, windowSessions: 4, congruencePairs: 12 }
  expect(changedParameters(changed)).toEqual(['windowSessions', 'congruencePairs'])
  expect(onlyChanged(changed)).toEqual({ windowSessions: 4, congruencePairs: 12 })
  expect(completeRuleParameters(onlyChanged(changed))).toEqual(changed)
})

test('any stored value gives parameters within their bounds', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.dictionary(fc.constantFrom(...Object.keys(ruleParameterBounds)), fc.anything()),
      ),
      (kept) => {
        expect(ruleParametersSchema.safeParse(completeRuleParameters(kept)).success).toBe(true)
      },
    ),
  )
  expect(completeRuleParameters({ windowSessions: 99, ratingsBeforeFall: 6, limitsBaseline: 12 })).toEqual({
    ...initialRuleParameters,
    ratingsBeforeFall: 6,
  })
})

test('parameters of the first version of Attune rule 1 are passed over, since its numbers mean something else', () => {
  expect(completeRuleParameters({ betweenSd: 2, minimumRatings: 6, dipDepth: 1, ruptureDepth: 2 })).toEqual(
    initialRuleParameters,
  )
})
