import { describe, expect, it } from 'vitest'
import { nothingKnown } from './client-features.ts'
import { lowCongruence } from './rules/congruence-rules.ts'
import { counted, inWords } from './wording.ts'

describe('numbers in a sentence', () => {
  it('have at most one decimal and no sign', () => {
    expect([7.5714, -1.25, 4, 0.04, -0.04].map(inWords)).toEqual(['7.6', '1.3', '4', '0', '0'])
  })

  it('agree with what they count', () => {
    expect(counted(1, 'rating')).toBe('1 rating')
    expect(counted(0, 'rating')).toBe('0 ratings')
    expect(counted(3, 'story', 'stories')).toBe('3 stories')
  })
})

describe('tracking in a sentence', () => {
  function because(tracking: number): string | undefined {
    const congruence = {
      sessionNumber: 20,
      pairs: 20,
      tracking,
      directionalDiscrepancy: 0,
      trackingMargin: 0.01,
      leastDiscrepancy: 1,
      discrepancyMargin: 0.1,
    }
    return lowCongruence.find({ ...nothingKnown, currentSession: 20, congruence })?.because
  }

  it('distinguishes following, staying level and going the other way', () => {
    expect(because(0.18)).toBe(
      'When the client’s alliance rating moved by 1 point, yours moved by about 0.2 (20 sessions rated by both).',
    )
    expect(because(-0.04)).toBe(
      'Your alliance rating did not move with the client’s (20 sessions rated by both).',
    )
    expect(because(-0.3)).toBe(
      'When the client’s alliance rating went up, yours tended to go down (20 sessions rated by both).',
    )
    expect(because(0.2)).toBeUndefined()
  })
})
