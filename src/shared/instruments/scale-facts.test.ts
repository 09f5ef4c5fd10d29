import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InstrumentItem } from './instrument-item.ts'
import { constructOf, frameOf, scaleFactProblems, scaleStep } from './scale-facts.ts'

function itemsOf(count: number, step = 1): InstrumentItem[] {
  return Array.from({ length: count }, (_, position) => ({
    id: `item-${String(position)}`,
    text: 'A question',
    minimum: 1,
    maximum: 5,
    step,
    reversed: false,
    anchors: { minimum: 'Never', maximum: 'Always' },
  }))
}
const idsOf = (items: readonly InstrumentItem[]) => items.map(({ id }) => id)
const scale = {
  items: ['item-0'],
  method: 'mean',
  minimum: 1,
  maximum: 5,
  direction: 'higher-is-better',
} as const

describe('the step of a scale', () => {
  it.each([
    ['a mean of twelve items', 'mean', 12, 1, 1 / 12],
    ['a mean of four items', 'mean', 4, 1, 0.25],
    ['a sum of four items', 'sum', 4, 1, 1],
    ['a sum of lines measured to a millimetre', 'sum', 4, 0.1, 0.1],
  ] as const)('of %s follows from its items', (_what, method, count, itemStep, step) => {
    const items = itemsOf(count, itemStep)
    expect(scaleStep({ items: idsOf(items), method }, items)).toBeCloseTo(step, 12)
  })

  it('is the greatest common one if the items have several', () => {
    const items = [...itemsOf(1, 0.5), { ...itemsOf(1, 0.75)[0]!, id: 'other' }]
    expect(scaleStep({ items: idsOf(items), method: 'sum' }, items)).toBe(0.25)
  })

  it('is its own if the file gives one', () => {
    expect(scaleStep({ items: ['item-0'], method: 'sum', step: 0.5 }, itemsOf(1))).toBe(0.5)
  })

  it('divides the distance between any two complete scores', () => {
    const answers = fc.integer({ min: 1, max: 12 }).chain((count) =>
      fc.record({
        method: fc.constantFrom('sum', 'mean'),
        itemStep: fc.constantFrom(0.1, 0.25, 0.5, 1),
        one: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: count, maxLength: count }),
        other: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: count, maxLength: count }),
      }),
    )
    fc.assert(
      fc.property(answers, ({ method, itemStep, one, other }) => {
        const items = itemsOf(one.length, itemStep)
        const total = (steps: readonly number[]) =>
          steps.reduce((sum, step) => sum + step * itemStep, 0) / (method === 'mean' ? steps.length : 1)
        const steps = (total(one) - total(other)) / scaleStep({ items: idsOf(items), method }, items)
        expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6)
      }),
    )
  })
})

describe('a scale of which nobody has said what it measures', () => {
  it('counts as something else, in general', () => {
    expect([constructOf({}), frameOf({})]).toEqual(['other', 'in-general'])
  })
})

describe('scaleFactProblems', () => {
  it('finds nothing in facts that fit', () => {
    const reliability = [{ kind: 'alpha', value: 0.9, source: 'A study' }] as const
    const pairedWith = { instrument: 'theirs', scale: 'total', byItems: true }
    expect(
      scaleFactProblems({
        ...scale,
        construct: 'alliance',
        step: 0.25,
        reliability: [...reliability],
        pairedWith,
      }),
    ).toEqual([])
  })

  it.each([
    [{ reliability: [{ kind: 'omega', value: 1.01, source: 'A study' }] }, 'reliability.0.value'],
    [{ reliability: [{ kind: 'omega', value: -0.1, source: 'A study' }] }, 'reliability.0.value'],
    [{ step: 0.3 }, 'step'],
    [{ construct: 'alliance', direction: 'lower-is-better' }, 'direction'],
    [{ construct: 'alliance', direction: 'neutral' }, 'direction'],
    [{ spread: { within: 4.5, source: 'A study' } }, 'spread.within'],
    [{ pairedWith: { instrument: 'theirs', scale: 'total', byItems: false } }, 'pairedWith'],
  ] satisfies [object, string][])('names the field of %o', (facts, field) => {
    const described = { ...scale, items: [...scale.items], ...(facts as object) }
    expect(scaleFactProblems(described).map((problem) => problem.field.join('.'))).toEqual([field])
  })
})
