import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowAt, rowOffsets, rowsBetween } from './window-rows.ts'

describe('the rows of a long list', () => {
  test('follow one another, each as high as measured or else as estimated', () => {
    expect([...rowOffsets(3, new Map([[1, 50]]), 100)]).toEqual([0, 100, 150, 250])
  })

  test('are found by height, or the nearest one outside the list', () => {
    const offsets = rowOffsets(3, new Map([[1, 50]]), 100)
    expect([-20, 0, 99, 100, 149, 150, 900].map((height) => rowAt(offsets, height))).toEqual([
      0, 0, 0, 1, 1, 2, 2,
    ])
  })

  test('are drawn if they are visible, with a few more on either side', () => {
    const offsets = rowOffsets(100, new Map(), 10)
    expect(rowsBetween(offsets, 200, 300, 4)).toEqual({ first: 16, last: 34 })
    expect(rowsBetween(offsets, -500, -400, 4)).toEqual({ first: 0, last: 4 })
    expect(rowsBetween(rowOffsets(0, new Map(), 10), 0, 100, 4)).toEqual({ first: 0, last: 0 })
  })

  test('are found at any height of any list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (heights, share) => {
          const offsets = rowOffsets(
            heights.length,
            new Map(heights.map((height, index) => [index, height])),
            1,
          )
          const height = share * (offsets.at(-1) ?? 0)
          const index = rowAt(offsets, height)
          expect(offsets[index]).toBeLessThanOrEqual(height)
          expect(offsets[index + 1]).toBeGreaterThan(height)
        },
      ),
    )
  })
})
