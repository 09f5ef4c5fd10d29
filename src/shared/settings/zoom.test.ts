import { expect, test } from 'vitest'
import { usualZoom, zoomAfter, zoomFactors, zoomStepFor } from './zoom.ts'

test('each step goes to the next size, and stops at the smallest and the largest', () => {
  const after = (step: 'in' | 'out') => {
    const seen: number[] = [usualZoom]
    for (let times = 0; times < 20; times += 1) seen.push(zoomAfter(seen.at(-1) ?? usualZoom, step))
    return [...new Set(seen)]
  }
  expect(after('in')).toEqual([1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3])
  expect(after('out')).toEqual([1, 0.9, 0.8, 0.75, 0.67, 0.5])
})

test('from a factor in between it goes to the nearest in that direction, and rounding is no step', () => {
  expect(zoomAfter(1.3, 'in')).toBe(1.5)
  expect(zoomAfter(1.3, 'out')).toBe(1.25)
  for (const factor of zoomFactors.slice(0, -1))
    expect(zoomAfter(factor - 0.0001, 'in')).toBe(zoomAfter(factor, 'in'))
  for (const factor of zoomFactors) expect(zoomAfter(factor, 'reset')).toBe(1)
})

test.each([
  ['+', 'in'],
  ['=', 'in'],
  ['-', 'out'],
  ['_', 'out'],
  ['0', 'reset'],
  ['1', null],
  ['a', null],
] as const)('the key %s asks for: %s', (key, step) => {
  expect(zoomStepFor(key)).toBe(step)
})
