import { expect, test } from 'vitest'
import { ownSpreadOf, pooledSpread } from './pooled-spread.ts'
import { normalFrom, simulateCourse, uniformFrom } from './testing/simulated-courses.ts'

test('a client counts from the eighth rating on, with the variance around the own line', () => {
  expect(ownSpreadOf([7, 8, 7, 8, null, 7, 8, 7])).toBeNull()
  // Least squares by hand: squares 2 in all, products 4 with the position, 42 of the positions.
  const spread = ownSpreadOf([7, 8, 7, 8, null, 7, 8, 7, 8])
  expect(spread?.degreesOfFreedom).toBe(6)
  expect(spread?.variance).toBeCloseTo((2 - 2 ** 2 / 42) / 6, 10)
})

test('a growing client has no more spread than a level one', () => {
  expect(ownSpreadOf([1, 2, 3, 4, 5, 6, 7, 8])?.variance).toBeCloseTo(0, 10)
})

test('a spread is pooled over ten clients or more, the longer courses counting more', () => {
  const steady = { variance: 0.25, degreesOfFreedom: 10 }
  expect(pooledSpread(Array.from({ length: 9 }, () => steady))).toBeNull()
  expect(pooledSpread(Array.from({ length: 10 }, () => steady))).toBe(0.5)
  const restless = { variance: 1, degreesOfFreedom: 100 }
  expect(pooledSpread([...Array.from({ length: 10 }, () => steady), restless])).toBeCloseTo(
    Math.sqrt((0.25 * 100 + 100) / 200),
    10,
  )
})

test('it comes close to the spread that courses were made with, whatever their levels', () => {
  const normal = normalFrom(uniformFrom(20260601))
  const spreads = Array.from({ length: 40 }, (_, client) =>
    ownSpreadOf(simulateCourse({ level: 4 + (client % 5), sd: 0.7, growth: client % 3 }, normal)),
  )
  const pooled = pooledSpread(spreads.flatMap((spread) => spread ?? []))
  expect(pooled).toBeGreaterThan(0.66)
  expect(pooled).toBeLessThan(0.74)
})
