import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expiryBySequence, selectKept, type RotatedBackup } from './rotation.ts'

let counter = 0
function backup(createdAt: string, change: Partial<RotatedBackup> = {}): RotatedBackup {
  counter += 1
  return { name: `b${counter}`, sequence: counter, createdAt, zone: 'Europe/Oslo', ...change }
}

const dayOf = (offset: number) => new Date(Date.UTC(2026, 0, 1, 11) + offset * 86_400_000).toISOString()
const namesKept = (backups: readonly RotatedBackup[]) => [...selectKept(backups)].map(({ name }) => name)

/** Simulates a vault's life: after each backup, rotation deletes what it no longer keeps. */
function live(instants: readonly string[]): RotatedBackup[] {
  let present: RotatedBackup[] = []
  for (const at of instants) present = [...selectKept([...present, backup(at)])]
  return present
}

test('of daily backups over two years seven days, four weeks and twelve months stay', () => {
  const present = live(Array.from({ length: 730 }, (_, day) => dayOf(day)))
  const days = present.map(({ createdAt }) => createdAt.slice(0, 10)).toSorted()
  expect(days.slice(-7)).toEqual([
    '2027-12-25',
    '2027-12-26',
    '2027-12-27',
    '2027-12-28',
    '2027-12-29',
    '2027-12-30',
    '2027-12-31',
  ])
  // Sundays end the weeks; the running week's newest is the last day.
  expect(days).toEqual(expect.arrayContaining(['2027-12-26', '2027-12-19', '2027-12-12']))
  expect(days).toEqual(expect.arrayContaining(['2027-01-31', '2027-06-30', '2027-11-30']))
  expect(days).not.toContain('2026-12-31')
  // Seven days; two Sundays more; eleven ends of months more.
  expect(days).toHaveLength(7 + 2 + 11)
})

test('of several backups on one day the newest stays', () => {
  const [first, second] = [backup('2026-03-20T08:00:00.000Z'), backup('2026-03-20T16:00:00.000Z')]
  expect(namesKept([first, second])).toEqual([second.name])
})

test('two backups of the same content on one day count once, and the later one stays', () => {
  const first = backup('2026-03-20T08:00:00.000Z', { sequence: 5 })
  const second = backup('2026-03-20T09:00:00.000Z', { sequence: 5 })
  expect(namesKept([second, first])).toEqual([second.name])
})

test('fault 32: a clock set back can’t make the newest backup look old', () => {
  const present = Array.from({ length: 20 }, (_, day) => backup(dayOf(400 + day)))
  const afterReset = backup('2001-01-01T10:00:00.000Z')
  const nextDay = backup('2001-01-02T10:00:00.000Z')
  const names = namesKept([...present, afterReset, nextDay])
  expect(names).toContain(nextDay.name)
  expect(names).toContain(afterReset.name)
})

test('backups from a day when the clock was a year ahead don’t displace those of real days', () => {
  const ahead = backup('2027-05-01T10:00:00.000Z')
  const after = Array.from({ length: 7 }, (_, day) => backup(dayOf(100 + day)))
  expect(namesKept([ahead, ...after])).toEqual(expect.arrayContaining(after.map(({ name }) => name)))
})

describe('days are those of the zone a backup was made in', () => {
  test('late at night in Auckland is the next day there', () => {
    const evening = backup('2026-03-20T10:30:00.000Z', { zone: 'Pacific/Auckland' })
    const pastMidnight = backup('2026-03-20T11:30:00.000Z', { zone: 'Pacific/Auckland' })
    expect(namesKept([evening, pastMidnight])).toHaveLength(2)
  })

  test('fault 33: the hour repeated in autumn belongs to one day, and the hour skipped in spring adds none', () => {
    const twice = [backup('2026-10-25T00:30:00.000Z'), backup('2026-10-25T01:30:00.000Z')]
    expect(namesKept(twice)).toEqual([twice[1]?.name])
    const gap = [backup('2026-03-29T00:59:00.000Z'), backup('2026-03-29T01:01:00.000Z')]
    expect(namesKept(gap)).toEqual([gap[1]?.name])
  })

  test('a zone this computer doesn’t know counts as UTC', () => {
    expect(namesKept([backup('2026-03-20T10:00:00.000Z', { zone: 'Moon/Sea_of_Rains' })])).toHaveLength(1)
  })
})

test('after a pause of years every backup is still there', () => {
  const before = live(Array.from({ length: 60 }, (_, day) => dayOf(day)))
  const after = backup('2031-02-03T10:00:00.000Z')
  const gone = before.length + 1 - selectKept([...before, after]).size
  // A new day, a new week and a new month each delete their oldest.
  expect(gone).toBeLessThanOrEqual(3)
})

test('the newest always stays, and rotating again changes nothing', () => {
  const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  const many = fc.array(fc.record({ at: instants, sequence: fc.nat(50) }), { maxLength: 60 })
  fc.assert(
    fc.property(many, (given) => {
      const backups = given.map(({ at, sequence }) => backup(at.toISOString(), { sequence }))
      const keeping = selectKept(backups)
      const highest = Math.max(...backups.map(({ sequence }) => sequence))
      if (backups.length > 0) expect([...keeping].some(({ sequence }) => sequence === highest)).toBe(true)
      expect(keeping.size).toBeLessThanOrEqual(7 + 4 + 12)
      expect(selectKept([...keeping])).toEqual(keeping)
    }),
  )
})

describe('the date when erased data is gone from the backups', () => {
  test('is today if no backup contains it', () => {
    expect(expiryBySequence([backup(dayOf(0), { sequence: 9 })], 9, '2026-01-01')).toBeNull()
    expect(expiryBySequence([], 9, '2026-01-01')).toBeNull()
  })

  test('is when twelve later months have a backup, for a month’s newest', () => {
    const only = backup('2026-03-14T10:00:00.000Z', { sequence: 8 })
    expect(expiryBySequence([only], 9, '2026-03-15')).toBe('2027-03-31')
  })

  test('is found in the same way for an earlier month’s newest', () => {
    const february = backup('2026-02-27T10:00:00.000Z', { sequence: 5 })
    expect(expiryBySequence([february], 9, '2026-03-15')).toBe('2027-03-31')
  })

  test('is never exceeded if every month has a backup', () => {
    const life = fc.record({
      before: fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { maxLength: 30 }),
      after: fc.infiniteStream(fc.integer({ min: 1, max: 27 })),
    })
    fc.assert(
      fc.property(life, ({ before, after }) => {
        let present = live(before.toSorted((a, b) => a - b).map(dayOf))
        const erasedAt = (counter += 1)
        const today = dayOf(81).slice(0, 10)
        const said = expiryBySequence(present, erasedAt, today)
        const holds = () => present.some(({ sequence }) => sequence < erasedAt)
        if (said === null) {
          expect(holds()).toBe(false)
          return
        }
        for (let day = 82; dayOf(day).slice(0, 10) <= said; day += after.next().value ?? 1) {
          present = [...selectKept([...present, backup(dayOf(day))])]
          // Backups at most 27 days apart leave no month without one; the last day of the bound counts, too.
        }
        present = [...selectKept([...present, backup(`${said}T11:00:00.000Z`)])]
        expect(holds()).toBe(false)
      }),
      { numRuns: 50 },
    )
  })
})
