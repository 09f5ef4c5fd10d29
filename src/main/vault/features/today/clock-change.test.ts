import { expect, test } from 'vitest'
import { clientEntry, sessionLog } from '../../testing/entries.ts'
import { createTestVault } from '../../testing/test-vault.ts'

/** The two days in Oslo that don't have 24 hours, from their first second to their last. */
const days = {
  'the day without a half past two': {
    dayBefore: '2026-03-28',
    day: '2026-03-29',
    dayAfter: '2026-03-30',
    first: '2026-03-28T23:00:00.000Z',
    around: ['2026-03-29T00:59:59.000Z', '2026-03-29T01:00:00.000Z'],
    last: '2026-03-29T21:59:59.000Z',
  },
  'the day with two of them': {
    dayBefore: '2026-10-24',
    day: '2026-10-25',
    dayAfter: '2026-10-26',
    first: '2026-10-24T22:00:00.000Z',
    around: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
    last: '2026-10-25T22:59:59.000Z',
  },
} as const

const later = (instant: string, seconds: number) => new Date(Date.parse(instant) + seconds * 1_000)

test.each(Object.entries(days))(
  'fault 410: %s has its sessions in their order, from its first second to its last',
  async (_, { dayBefore, day, dayAfter, first, around, last }) => {
    const { api, clock } = createTestVault({ now: `${dayBefore}T12:00:00.000Z`, zone: 'Europe/Oslo' })
    const { id } = await api.clients.create(clientEntry())
    const planned = [
      [dayBefore, '23:30'],
      [day, '03:30'],
      [day, '02:30'],
      [day, '00:00'],
      [day, '23:59'],
      [dayAfter, '00:00'],
    ] as const
    for (const [place, [date, timeOfDay]] of planned.entries())
      await api.sessions.save({
        log: sessionLog(id, { session: { number: place + 1, status: 'planned', date, timeOfDay } }),
        expectedRevision: 0,
      })

    const shownAt = async (now: Date) => {
      clock.now = now
      const { date, unfinished, sessions, upcoming } = await api.today.get()
      const times = [unfinished, sessions, upcoming].map((list) => list.map(({ timeOfDay }) => timeOfDay))
      return { date, times }
    }
    expect(await shownAt(later(first, -1))).toEqual({
      date: dayBefore,
      times: [[], ['23:30'], ['00:00', '02:30', '03:30', '23:59', '00:00']],
    })
    for (const now of [first, ...around, last])
      expect(await shownAt(new Date(now))).toEqual({
        date: day,
        times: [['23:30'], ['00:00', '02:30', '03:30', '23:59'], ['00:00']],
      })
    expect((await shownAt(later(last, 1))).date).toBe(dayAfter)
    expect((await shownAt(later(last, 1))).times[1]).toEqual(['00:00'])
  },
)

test.each(Object.entries(days))(
  'fault 410: on %s what is put off until the next day is away for one day',
  async (_, { dayBefore, day, dayAfter, first, last }) => {
    const { api, clock } = createTestVault({ now: `${dayBefore}T12:00:00.000Z`, zone: 'Europe/Oslo' })
    const { id } = await api.clients.create(clientEntry())
    const log = sessionLog(id, { session: { status: 'begun', date: dayBefore } })
    await api.drafts.save({ sessionId: log.session.id, clientId: id, baseRevision: 0, log })
    clock.now = new Date(first)
    const named = async () =>
      (await api.attention.today()).clients.filter(({ reasons }) => reasons.length > 0)
    const reasons = (await named()).flatMap((client) =>
      client.reasons.flatMap(({ kind, evidence }) => (kind === 'risk' ? [] : [{ kind, evidence }])),
    )
    expect(reasons).not.toEqual([])
    await expect(api.attention.lookAt({ clientId: id, reasons, until: day })).rejects.toThrow()
    await api.attention.lookAt({ clientId: id, reasons, until: dayAfter })
    clock.now = new Date(last)
    expect(await named()).toEqual([])
    clock.now = later(last, 1)
    expect(await named()).toHaveLength(1)
  },
)
