import { expect, test } from 'vitest'
import { readoutSide } from './readout-side.ts'

test('the words of a session stand beside it, on the side with more room', () => {
  expect(readoutSide(100, 900, 360)).toEqual({ widest: 360, side: { left: 112 } })
  expect(readoutSide(800, 900, 360)).toEqual({ widest: 360, side: { right: 112 } })
})

test.each([0, 120, 255, 256, 400, 510])('in a narrow drawing, the words at %s never leave it', (x) => {
  const width = 510
  const { widest, side } = readoutSide(x, width, 360)
  const left = side.left === undefined ? width - Number(side.right) - widest : Number(side.left)
  expect(left).toBeGreaterThanOrEqual(0)
  expect(left + widest).toBeLessThanOrEqual(width)
  expect(widest).toBeGreaterThan(200)
})
