import { describe, expect, it } from 'vitest'
import { blankLog, isBlankLog } from './blank-log.ts'
import { clientIdSchema, sessionIdSchema } from './ids.ts'
import { sessionLogSchema } from './session-log.ts'

const log = blankLog({
  id: sessionIdSchema.parse('2b4f5a3e-6a56-4a57-9f0b-0a4a5b8f6d10'),
  clientId: clientIdSchema.parse('7d9d3f42-9a0f-4a52-8f39-2a55d1f2a911'),
  number: 8,
  date: '2025-03-04',
  zone: 'Europe/Oslo',
})

describe('a blank log', () => {
  it('can be stored unchanged', () => {
    expect(sessionLogSchema.parse(log)).toEqual(log)
  })

  it('has nothing rated, chosen or prefilled', () => {
    expect(log.responses).toEqual([])
    expect(log.ruptureNote).toBeNull()
    expect(log.session.durationMinutes).toBeNull()
    expect(log.session.guess).toBe('open')
    expect(isBlankLog(log, null)).toBe(true)
  })

  it.each([
    ['a note', { ...log, session: { ...log.session, notes: 'Came late' } }],
    ['a length', { ...log, session: { ...log.session, durationMinutes: 50 } }],
    ['a time', { ...log, session: { ...log.session, timeOfDay: '09:30' } }],
    ['a decided guess', { ...log, session: { ...log.session, guess: 'skipped' as const } }],
    [
      'a rupture',
      {
        ...log,
        ruptureNote: {
          seenBy: 'therapist' as const,
          isWithdrawal: true,
          isConfrontation: false,
          intensity: null,
          resolution: null,
          tried: [],
          note: '',
        },
      },
    ],
  ])('is no longer blank once it has %s', (_what, changed) => {
    expect(isBlankLog(changed, null)).toBe(false)
  })

  it('is blank with the client’s usual length, and with no other', () => {
    const started = blankLog({ ...log.session, durationMinutes: 50 })
    expect(started.session.durationMinutes).toBe(50)
    expect(isBlankLog(started, 50)).toBe(true)
    expect(isBlankLog(started, 45)).toBe(false)
  })
})
