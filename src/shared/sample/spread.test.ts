import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from './random.ts'
import { spread } from './spread.ts'

describe('spreading a total over items', () => {
  it('keeps the total and every item in its range', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 10 }),
        fc.nat({ max: 90 }),
        fc.string(),
        (items, maximum, wanted, seed) => {
          const total = Math.min(wanted, items * maximum)
          const values = spread(total, items, maximum, createRandom(seed))
          expect(values).toHaveLength(items)
          expect(values.reduce((sum, value) => sum + value, 0)).toBe(total)
          expect(values.every((value) => Number.isInteger(value) && value >= 0 && value <= maximum)).toBe(
            true,
          )
        },
      ),
    )
  })

  it('limits an impossible total to what the items can add up to', () => {
    expect(spread(99, 4, 10, createRandom('full'))).toEqual([10, 10, 10, 10])
    expect(spread(-3, 4, 10, createRandom('empty'))).toEqual([0, 0, 0, 0])
  })
})
