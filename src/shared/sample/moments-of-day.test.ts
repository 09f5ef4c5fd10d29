import { describe, expect, it } from 'vitest'
import { instantAt } from './moments-of-day.ts'

describe('the instant of a rating', () => {
  it('is counted from the hour in the therapist’s zone', () => {
    const present = { zone: 'Europe/Oslo', now: '2026-07-01T00:00:00.000Z' }
    expect(instantAt('2026-01-14', 9, 48, present)).toBe('2026-01-14T08:48:00.000Z')
    expect(instantAt('2026-06-10', 9, -5, present)).toBe('2026-06-10T06:55:00.000Z')
  })

  it('is never later than now', () => {
    const present = { zone: 'UTC', now: '2026-01-14T09:30:00.000Z' }
    expect(instantAt('2026-01-14', 9, 48, present)).toBe('2026-01-14T09:30:00.000Z')
  })

  it('throws for a zone that does not exist', () => {
    const present = { zone: 'Nowhere/Atlantis', now: '2026-07-01T00:00:00.000Z' }
    expect(() => instantAt('2026-01-14', 9, 0, present)).toThrow(RangeError)
  })
})
