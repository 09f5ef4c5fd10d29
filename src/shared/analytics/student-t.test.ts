import { expect, test } from 'vitest'
import { student95, studentQuantile } from './student-t.ts'

// The table of every textbook; the broken numbers of degrees from SciPy 1.17, stats.t.ppf.
test.each([
  [1, 12.7062],
  [1.1, 10.2768],
  [1.5, 6.0167],
  [2, 4.3027],
  [2.7, 3.3921],
  [3, 3.1824],
  [4, 2.7764],
  [5, 2.5706],
  [9, 2.2622],
  [19, 2.093],
  [59, 2.001],
  [60, 2.0003],
  [600, 1.9639],
])('fault 359: 95 %% of Student’s distribution with %d degrees of freedom lie within %d', (degrees, t) => {
  expect(student95(degrees) / t).toBeCloseTo(1, 3)
})

test('the expansion comes near it with ten degrees of freedom, and is too small with few', () => {
  expect(studentQuantile(1.96, 10) / student95(10)).toBeCloseTo(1, 2)
  expect(studentQuantile(1.96, 2) / student95(2)).toBeLessThan(0.9)
})
