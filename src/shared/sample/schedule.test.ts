import { getDayOfWeek, parseDate } from '@internationalized/date'
import { describe, expect, it } from 'vitest'
import { comingDate, pastDates } from './schedule.ts'

describe('the dates of a story', () => {
  it('go back week by week from the newest session', () => {
    expect(pastDates('2026-03-18', 3, { lastDaysAgo: 7, hour: 9 })).toEqual([
      '2026-02-25',
      '2026-03-04',
      '2026-03-11',
    ])
  })

  it('leave out a break of the client', () => {
    expect(pastDates('2026-03-18', 3, { lastDaysAgo: 7, hour: 9, breaksBefore: { 3: 2 } })).toEqual([
      '2026-02-11',
      '2026-02-18',
      '2026-03-11',
    ])
  })

  it('leave out the therapist’s holidays over the new year', () => {
    expect(pastDates('2026-01-14', 2, { lastDaysAgo: 7, hour: 9 })).toEqual(['2025-12-17', '2026-01-07'])
  })

  it('never fall on a weekend, whatever day today is', () => {
    for (let offset = 0; offset < 14; offset += 1) {
      const today = parseDate('2026-03-02').add({ days: offset })
      const dates = [
        ...pastDates(today.toString(), 5, { lastDaysAgo: 1, hour: 9 }),
        comingDate(today.toString(), 2),
      ]
      for (const date of dates) {
        expect(getDayOfWeek(parseDate(date), 'en-GB', 'mon')).toBeLessThan(5)
      }
    }
  })

  it('stay in the past for past sessions and in the future for coming ones', () => {
    for (let offset = 0; offset < 14; offset += 1) {
      const today = parseDate('2026-03-02').add({ days: offset }).toString()
      expect(pastDates(today, 1, { lastDaysAgo: 1, hour: 9 })[0]! < today).toBe(true)
      expect(comingDate(today, 1) > today).toBe(true)
      expect(comingDate(today, 0)).toBe(today)
    }
  })
})
