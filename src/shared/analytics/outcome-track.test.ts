import { describe, expect, it } from 'vitest'
import { outcomeTrack } from './index.ts'
import type { Series } from './index.ts'

/** PHQ-9: reliable change 6, cut-off 10. */
const phq9 = { reliableChange: 6, cutoff: 10 }
const stateOf = (series: Series) => outcomeTrack(series, phq9)?.state

describe('outcomeTrack', () => {
  it('calls a rise of a reliable change from the first rating reliably worse, at any session and level', () => {
    expect(outcomeTrack([3, null, 9], phq9)).toEqual({
      baseline: { index: 0, value: 3 },
      current: { index: 2, value: 9 },
      change: 6,
      state: 'reliably-worse',
    })
    expect(stateOf([3, 8])).toBe('not-flagged')
  })

  it('loses no rise and no gain to rounding: 2.3 - 1.8 is slightly less than 0.5', () => {
    expect(outcomeTrack([1.8, 2.3], { reliableChange: 0.5, cutoff: 1 })?.state).toBe('reliably-worse')
    const halfGained = [2.3, 2.3, 2.3, 2.3, 1.8, 1.8]
    expect(outcomeTrack(halfGained, { reliableChange: 1, cutoff: 1 })?.state).toBe('not-flagged')
  })

  it('looks at the latest rating, not the worst', () => {
    expect(stateOf([12, 20, 12])).toBe('not-flagged')
  })

  it('takes its number of ratings and its share from the caller', () => {
    const little = [18, 18, 17, 17, 16, 16]
    expect(outcomeTrack(little, { ...phq9, judgedFromSession: 7 })?.state).toBe('not-flagged')
    expect(outcomeTrack(little, { ...phq9, littleGained: 0.3 })?.state).toBe('not-flagged')
    expect(outcomeTrack(little.slice(0, 2), { ...phq9, judgedFromSession: 2 })?.state).toBe('little-gained')
    expect(outcomeTrack(little, { ...phq9, littleGained: Number.NaN })).toBeNull()
  })

  it('calls less than half a reliable change little, from the sixth rating on', () => {
    expect(stateOf([18, 18, 17, 17, 16])).toBe('not-flagged')
    expect(stateOf([18, 18, 17, 17, 16, 16])).toBe('little-gained')
    expect(stateOf([18, 18, 17, 17, 16, 15])).toBe('not-flagged')
    // Late ratings are not many ratings: these two may lie a week apart.
    expect(stateOf([null, null, null, null, null, null, null, 15, 14])).toBe('not-flagged')
    expect(stateOf([18, null, 18, 17, null, 17, 16, 16])).toBe('little-gained')
    expect(stateOf([18, 16, null, null, null, null, null])).toBe('not-flagged')
  })

  it('calls a gain little only if the rating before the latest had gained as little', () => {
    expect(stateOf([18, 18, 17, 17, 15, 17])).toBe('not-flagged')
    expect(stateOf([18, 18, 17, 17, 15, 17, 17])).toBe('little-gained')
    expect(stateOf([11, 11, 11, 11, 9, 11])).toBe('not-flagged')
    expect(stateOf([11, 11, 11, 11, 9, null, 11, 11])).toBe('little-gained')
  })

  it('expects no gain from a client below the cut-off, at the first rating or the latest', () => {
    expect(stateOf([9, 9, 9, 9, 9, 9])).toBe('not-flagged')
    expect(stateOf([11, 11, 11, 11, 11, 9])).toBe('not-flagged')
    expect(stateOf([10, 10, 10, 10, 10, 10])).toBe('little-gained')
  })

  it('is null with fewer than two ratings or without a reliable change', () => {
    expect(outcomeTrack([], phq9)).toBeNull()
    expect(outcomeTrack([null, 12], phq9)).toBeNull()
    expect(outcomeTrack([12, 18], { reliableChange: 0, cutoff: 10 })).toBeNull()
    expect(outcomeTrack([12, 18], { reliableChange: 6, cutoff: Number.NaN })).toBeNull()
  })
})
