import { describe, expect, it } from 'vitest'
import { canBeFinal, canStayPlanned, logToSave, primaryPurpose, statusFor } from './save-purpose.ts'
import { clientResponse, logWith, savedAt, storedOf } from './testing/fake-vault.ts'

const now = '2025-03-04T14:00:00.000Z'
const planned = logWith()
const held = storedOf(logWith({ status: 'held' }))

const rated = (id: string, occasion: 'before' | 'after') =>
  logWith({}, { responses: [{ ...clientResponse(id, { supportive: 6 }), rater: 'therapist', occasion }] })

describe('Save', () => {
  const before = { log: planned, stored: null, isAhead: false, part: 'before' } as const

  it('holds a session from After', () => {
    expect(primaryPurpose({ ...before, part: 'after' })).toBe('session')
  })

  it('begins a session from Before once it has a rating; it can still stay planned', () => {
    expect(primaryPurpose(before)).toBe('plan')
    expect(canStayPlanned(before)).toBe(false)
    const begun = { ...before, log: rated('attune-feelings-before', 'before') }
    expect(primaryPurpose(begun)).toBe('before')
    expect(canStayPlanned(begun)).toBe(true)
    expect(primaryPurpose({ ...before, stored: storedOf(logWith({ status: 'begun' })) })).toBe('before')
  })

  it('holds a session from Before if something of After is entered', () => {
    const log = rated('attune-feelings-after', 'after')
    expect(primaryPurpose({ ...before, log })).toBe('session')
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
  })
})

describe('marking as final', () => {
  it('is offered once the session was held or missed, and only once', () => {
    const situation = { log: planned, stored: null, isAhead: false } as const
    expect(canBeFinal({ ...situation, part: 'before' })).toBe(false)
    expect(canBeFinal({ ...situation, part: 'after' })).toBe(true)
    expect(canBeFinal({ ...situation, part: 'before', log: logWith({ status: 'no-show' }) })).toBe(true)
    expect(canBeFinal({ ...situation, part: 'after', isAhead: true })).toBe(false)
    const final = storedOf(logWith({ status: 'held', closedAt: savedAt }))
    expect(canBeFinal({ log: final, stored: final, part: 'after', isAhead: false })).toBe(false)
  })
})

describe('saving', () => {
  it.each([
    ['plan', 'planned'],
    ['before', 'begun'],
    ['session', 'held'],
    ['correction', 'held'],
    ['final', 'held'],
  ] as const)('with the purpose "%s" has the status "%s"', (purpose, status) => {
    expect(logToSave(planned, purpose, now).session.status).toBe(status)
  })

  it('keeps a no-show a no-show, closed or corrected', () => {
    const missed = logWith({ status: 'no-show' })
    for (const purpose of ['asItIs', 'correction', 'final'] as const)
      expect(logToSave(missed, purpose, now).session.status).toBe('no-show')
  })

  it('records the time of closing, and only then', () => {
    expect(logToSave(planned, 'final', now).session.closedAt).toBe(now)
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
