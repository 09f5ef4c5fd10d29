import { describe, expect, it } from 'vitest'
import { logToSave, primaryPurpose, secondaryPurpose, statusFor } from './save-purpose.ts'
import { logWith, savedAt, storedOf } from './testing/fake-vault.ts'

const now = '2025-03-04T14:00:00.000Z'
const planned = logWith()
const held = storedOf(logWith({ status: 'held' }))

describe('the main button', () => {
  it('begins the session from Before and holds it from After', () => {
    const situation = { log: planned, stored: null, isAhead: false }
    expect(primaryPurpose({ ...situation, part: 'before' })).toBe('before')
    expect(primaryPurpose({ ...situation, part: 'after' })).toBe('session')
  })

  it('never takes a held session back to begun', () => {
    expect(primaryPurpose({ log: held, stored: held, part: 'before', isAhead: false })).toBe('session')
  })

  it('saves a future session as cancelled, or plans it', () => {
    const ahead = { stored: null, part: 'before', isAhead: true } as const
    expect(primaryPurpose({ ...ahead, log: logWith({ status: 'cancelled-by-client' }) })).toBe('asItIs')
    expect(primaryPurpose({ ...ahead, log: logWith({ status: 'no-show' }) })).toBe('plan')
  })

  it('only plans a future session, and corrects a closed one', () => {
    const closed = storedOf(logWith({ status: 'held', closedAt: savedAt }))
    expect(primaryPurpose({ log: planned, stored: null, part: 'after', isAhead: true })).toBe('plan')
    expect(primaryPurpose({ log: closed, stored: closed, part: 'before', isAhead: false })).toBe('correction')
    expect(secondaryPurpose({ log: closed, stored: closed, part: 'after', isAhead: false })).toBeNull()
  })
})

describe('saving', () => {
  it.each([
    ['plan', 'planned'],
    ['before', 'begun'],
    ['session', 'held'],
    ['correction', 'held'],
    ['close', 'held'],
  ] as const)('with the purpose "%s" has the status "%s"', (purpose, status) => {
    expect(logToSave(planned, purpose, now).session.status).toBe(status)
  })

  it('keeps a no-show a no-show, closed or corrected', () => {
    const missed = logWith({ status: 'no-show' })
    for (const purpose of ['asItIs', 'correction', 'close'] as const)
      expect(logToSave(missed, purpose, now).session.status).toBe('no-show')
  })

  it('records the time of closing, and only then', () => {
    expect(logToSave(planned, 'close', now).session.closedAt).toBe(now)
    expect(logToSave(planned, 'session', now).session.closedAt).toBeNull()
  })
})

describe('the therapist’s word on attendance', () => {
  it('restores the stored status when a wrong "did not come" is corrected', () => {
    expect(statusFor('came', 'held')).toBe('held')
    expect(statusFor('came', 'no-show')).toBe('planned')
    expect(statusFor('late-cancel', 'held')).toBe('late-cancel')
    expect(statusFor('came', 'cancelled-by-therapist')).toBe('planned')
  })
})
