import { describe, expect, it, test } from 'vitest'
import { dateIn, dayAfter, daysBetween, lastPossibleDay } from './days.ts'

const now = new Date('2026-03-20T13:00:00.000Z')

it('an instant has another date in another zone', () => {
  expect(dateIn('Pacific/Auckland', now)).toBe('2026-03-21')
  expect(dateIn('America/Los_Angeles', now)).toBe('2026-03-20')
})

describe('the last day a session may have been held on', () => {
  it('is the later of its own zone’s and the computer’s', () => {
    expect(lastPossibleDay('Pacific/Auckland', 'America/Los_Angeles', now)).toBe('2026-03-21')
    expect(lastPossibleDay('America/Los_Angeles', 'Pacific/Auckland', now)).toBe('2026-03-21')
    expect(lastPossibleDay('Europe/Oslo', 'America/Los_Angeles', now)).toBe('2026-03-20')
  })

  it('leaves out a zone that this computer doesn’t know', () => {
    expect(lastPossibleDay('Nowhere/Atlantis', 'Europe/Oslo', now)).toBe('2026-03-20')
  })
})

test('days are counted between calendar dates, across a month and a change of the clock', () => {
  expect(daysBetween('2026-03-27', '2026-03-30')).toBe(3)
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
  expect(daysBetween('2026-03-02', '2026-03-01')).toBe(-1)
  expect(dayAfter('2026-03-27', 7)).toBe('2026-04-03')
})
