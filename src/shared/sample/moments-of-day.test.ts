import { describe, expect, it } from 'vitest'
import { instantsAfter } from './moments-of-day.ts'

describe('the instant of a rating', () => {
  it('is counted from the hour in the therapist’s zone', () => {
    const present = { zone: 'Europe/Oslo', now: '2026-07-01T00:00:00.000Z' }
    expect(instantsAfter('2026-01-14', 9, present)(48)).toBe('2026-01-14T08:48:00.000Z')
    expect(instantsAfter('2026-06-10', 9, present)(-5)).toBe('2026-06-10T06:55:00.000Z')
  })

  it('is never later than now', () => {
    const present = { zone: 'UTC', now: '2026-01-14T09:30:00.000Z' }
    expect(instantsAfter('2026-01-14', 9, present)(48)).toBe('2026-01-14T09:30:00.000Z')
  })

  it('throws for a zone that does not exist', () => {
    const present = { zone: 'Nowhere/Atlantis', now: '2026-07-01T00:00:00.000Z' }
    expect(() => instantsAfter('2026-01-14', 9, present)(0)).toThrow(RangeError)
  })
})
