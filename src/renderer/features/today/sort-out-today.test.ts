import { describe, expect, it } from 'vitest'
import { todaySchema, type Today } from '#shared/overview/today.ts'
import { sortOutToday } from './sort-out-today.ts'

const first = '11111111-1111-4111-8111-111111111111'
const second = '22222222-2222-4222-8222-222222222222'

const session = (sessionId: string, number: number) => ({
  clientId: '99999999-9999-4999-8999-999999999999',
  clientCode: 'K-01',
  isFictional: false,
  sessionId,
  number,
})

function today(parts: {
  [K in 'sessions' | 'drafts' | 'unfinished']?: readonly object[]
}): Today {
  return todaySchema.parse({
    date: '2025-03-04',
    risks: [],
    sessions: [],
    upcoming: [],
    drafts: [],
    unfinished: [],
    hasClients: true,
    ...parts,
  })
}

describe('sortOutToday', () => {
  it('offers to log a planned session, to continue a begun one, and to open a held one', () => {
    const of = (status: string) =>
      sortOutToday(today({ sessions: [{ ...session(first, 8), date: '2025-03-04', status }] })).sessions[0]
        ?.action
    expect(of('planned')).toBe('log')
    expect(of('begun')).toBe('continue')
    expect(of('held')).toBe('open')
    expect(of('no-show')).toBe('open')
  })

  it('lists the day in its order, and sessions without a time last', () => {
    const at = (clientCode: string, timeOfDay: string | null) => ({
      ...session(first, 8),
      clientCode,
      date: '2025-03-04',
      timeOfDay,
      status: 'planned',
    })
    const sessions = [at('K-10', null), at('K-2', null), at('K-03', '14:00'), at('K-04', '09:30')]
    expect(sortOutToday(today({ sessions })).sessions.map(({ clientCode }) => clientCode)).toEqual([
      'K-04',
      'K-03',
      'K-2',
      'K-10',
    ])
  })

  it('shows the draft of today’s session with that session, not a second time', () => {
    const sorted = sortOutToday(
      today({
        sessions: [{ ...session(first, 8), date: '2025-03-04', status: 'planned' }],
        drafts: [{ ...session(first, 8), updatedAt: '2025-03-04T14:05:00.000Z' }],
      }),
    )
    expect(sorted.sessions).toMatchObject([{ action: 'continue', draftFrom: '2025-03-04T14:05:00.000Z' }])
    expect(sorted.unfinished).toEqual([])
  })

  it('shows a session of an earlier day once, by its draft if it has one', () => {
    const { unfinished } = sortOutToday(
      today({
        drafts: [{ ...session(first, 7), updatedAt: '2025-03-01T14:05:00.000Z' }],
        unfinished: [
          { ...session(first, 7), date: '2025-03-01', status: 'begun' },
          { ...session(second, 6), date: '2025-02-22', status: 'planned' },
        ],
      }),
    )
    expect(unfinished.map((row) => row.kind)).toEqual(['draft', 'session'])
  })
})
