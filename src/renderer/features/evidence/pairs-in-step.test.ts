import { describe, expect, it } from 'vitest'
import { pairsInStep } from './pairs-in-step.ts'

describe('pairs in step', () => {
  it.each([
    [0, 50],
    [0.28, 59],
    [0.5, 67],
    [-0.39, 37],
    [1, 100],
    [-1, 0],
  ])('for r = %d are %d of 100', (r, pairs) => {
    expect(pairsInStep(r)).toBe(pairs)
  })
})
