import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expiryBySequence, selectKept, type RotatedBackup } from './rotation.ts'

let counter = 0
function backup(createdAt: string, change: Partial<RotatedBackup> = {}): RotatedBackup {
  counter += 1
  return {
    name: `b${counter}`,
    sequence: counter,
    createdAt,
    zone: 'Europe/Oslo',
    reason: 'usual',
    lineage: 'present',
    ...change,
  }
}

const dayOf = (offset: number) => new Date(Date.UTC(2026, 0, 1, 11) + offset * 86_400_000).toISOString()
/** What rotation keeps long after the last backup. */
const present = { lineage: 'present', now: '2095-01-01T00:00:00.000Z' }
const namesKept = (backups: readonly RotatedBackup[], at = present) =>
  [...selectKept(backups, at)].map(({ name }) => name)

/** Simulates a vault's life: after each backup, rotation deletes what it no longer keeps. */
function live(instants: readonly string[]): RotatedBackup[] {
  let there: RotatedBackup[] = []
  for (const at of instants) there = [...selectKept([...there, backup(at)], present)]
  return there
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

const on = (today: string) => ({ lineage: 'present', today })

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
  const gone = before.length + 1 - selectKept([...before, after], present).size
  // A new day, a new week and a new month each delete their oldest.
  expect(gone).toBeLessThanOrEqual(3)
})

describe('backups made before something was replaced', () => {
  const before = backup('2026-03-01T10:00:00.000Z', { reason: 'before-migration' })
  const laterThatDay = backup('2026-03-01T16:00:00.000Z')
  const daily = Array.from({ length: 28 }, (_, day) => backup(dayOf(60 + day)))

  test('fault 69: stay for 30 days beside a newer one of their day, and count as usual ones afterwards', () => {
    const after = (days: number) => ({
      lineage: 'present',
      now: new Date(Date.parse(before.createdAt) + days * 86_400_000).toISOString(),
    })
    expect(namesKept([before, laterThatDay, ...daily], after(29.9))).toContain(before.name)
    expect(namesKept([before, laterThatDay, ...daily], after(30.1))).not.toContain(before.name)
  })

  test('fault 69: stay while the clock is set back', () => {
    const earlier = { lineage: 'present', now: '2001-01-01T10:00:00.000Z' }
    expect(namesKept([before, laterThatDay, ...daily], earlier)).toContain(before.name)
  })
})

describe('backups of two lines of states', () => {
  const abandoned = Array.from({ length: 5 }, (_, day) =>
    backup(dayOf(75 + day), { lineage: 'abandoned', sequence: 9_000 + day }),
  )
  const begun = Array.from({ length: 5 }, (_, day) => backup(dayOf(75 + day)))

  test('fault 66: never compete for a day, whichever has the higher counts', () => {
    expect(namesKept([...abandoned, ...begun]).toSorted()).toEqual(
      [...abandoned, ...begun].map(({ name }) => name).toSorted(),
    )
  })

  test('fault 66: an abandoned line goes once twelve later months have a backup', () => {
    const months = (count: number) =>
      Array.from({ length: count }, (_, month) => backup(dayOf(110 + 31 * month)))
    expect(namesKept([...abandoned, ...months(11)])).toContain(abandoned[4]?.name)
    const later = namesKept([...abandoned, ...months(12)])
    expect(abandoned.filter(({ name }) => later.includes(name))).toEqual([])
  })

  test('an abandoned line counts as holding erased data until it goes', () => {
    expect(expiryBySequence([...abandoned, ...begun], 1, on('2026-03-24'))).toBe('2027-03-31')
  })
})

test('the newest always stays, and rotating again changes nothing', () => {
  const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  const many = fc.array(fc.record({ at: instants, sequence: fc.nat(50) }), { maxLength: 60 })
  fc.assert(
    fc.property(many, (given) => {
      const backups = given.map(({ at, sequence }) => backup(at.toISOString(), { sequence }))
      const keeping = selectKept(backups, present)
      const highest = Math.max(...backups.map(({ sequence }) => sequence))
      if (backups.length > 0) expect([...keeping].some(({ sequence }) => sequence === highest)).toBe(true)
      expect(keeping.size).toBeLessThanOrEqual(7 + 4 + 12)
      expect(selectKept([...keeping], present)).toEqual(keeping)
    }),
  )
})

describe('the date when erased data is gone from the backups', () => {
  test('is today if no backup contains it', () => {
    expect(expiryBySequence([backup(dayOf(0), { sequence: 9 })], 9, on('2026-01-01'))).toBeNull()
    expect(expiryBySequence([], 9, on('2026-01-01'))).toBeNull()
  })

  test('is when twelve later months have a backup, for a month’s newest', () => {
    const only = backup('2026-03-14T10:00:00.000Z', { sequence: 8 })
    expect(expiryBySequence([only], 9, on('2026-03-15'))).toBe('2027-03-31')
  })

  test('is found in the same way for an earlier month’s newest', () => {
    const february = backup('2026-02-27T10:00:00.000Z', { sequence: 5 })
    expect(expiryBySequence([february], 9, on('2026-03-15'))).toBe('2027-03-31')
  })

  test('is never exceeded if every month has a backup', () => {
    const life = fc.record({
      before: fc.uniqueArray(fc.integer({ min: 0, max: 80 }), { maxLength: 30 }),
      after: fc.infiniteStream(fc.integer({ min: 1, max: 27 })),
    })
    fc.assert(
      fc.property(life, ({ before, after }) => {
        let there = live(before.toSorted((a, b) => a - b).map(dayOf))
        const erasedAt = (counter += 1)
        const today = dayOf(81).slice(0, 10)
        const said = expiryBySequence(there, erasedAt, on(today))
        const holds = () => there.some(({ sequence }) => sequence < erasedAt)
        if (said === null) {
          expect(holds()).toBe(false)
          return
        }
        for (let day = 82; dayOf(day).slice(0, 10) <= said; day += after.next().value ?? 1) {
          there = [...selectKept([...there, backup(dayOf(day))], present)]
          // Backups at most 27 days apart leave no month without one; the last day of the bound counts, too.
        }
        there = [...selectKept([...there, backup(`${said}T11:00:00.000Z`)], present)]
        expect(holds()).toBe(false)
      }),
      { numRuns: 50 },
    )
  })
})
