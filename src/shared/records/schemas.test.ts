import { expect, test } from 'vitest'
import { calendarDateSchema, timeZoneSchema, timeOfDaySchema } from './calendar.ts'
import { clientEntrySchema, clientSchema, codeKey } from './client.ts'
import { canBecome } from './session.ts'
import { noteSchema } from './text.ts'

test('a time of day has two digits for the hour and for the minutes, from 00:00 to 23:59', () => {
  for (const time of ['00:00', '09:30', '23:59']) expect(timeOfDaySchema.safeParse(time).success).toBe(true)
  for (const time of ['9:30', '24:00', '12:60', '12', '12:00:00', ''])
    expect(timeOfDaySchema.safeParse(time).success).toBe(false)
})

test('fault 36: a date is a day of the calendar between 1900 and 2100', () => {
  for (const date of ['2024-02-29', '1900-01-01', '2100-12-31'])
    expect(calendarDateSchema.safeParse(date).success).toBe(true)
  for (const date of [
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-13-01',
    '26-01-01',
    '2026-1-1',
    '1899-12-31',
    '2101-01-01',
    '',
  ])
    expect(calendarDateSchema.safeParse(date).success, date).toBe(false)
})

test('a zone is a name, never a path or a command', () => {
  for (const zone of ['Europe/Oslo', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC'])
    expect(timeZoneSchema.safeParse(zone).success, zone).toBe(true)
  for (const zone of ['../etc', 'Europe/Oslo;', '', '<b>'])
    expect(timeZoneSchema.safeParse(zone).success, zone).toBe(false)
})

test('notes keep hostile text exactly, and refuse only what can’t be stored', () => {
  const hostile = '<img src=x onerror=alert(1)> javascript:alert(1) \u202Etxt.exe =1+1'
  expect(noteSchema.parse(hostile)).toBe(hostile)
  expect(noteSchema.safeParse('a\0b').success).toBe(false)
  expect(noteSchema.safeParse('\uD800').success).toBe(false)
  expect(noteSchema.safeParse('x'.repeat(20_001)).success).toBe(false)
})

const entry = {
  id: '7f1c9e7e-3c7c-4c57-9d43-6a1f2a3b4c5d',
  status: 'active',
  startedOn: '2026-01-01',
  therapyType: '',
  notes: '',
}

test('a code that would reverse the words beside it is refused when entered, but read if already stored', () => {
  const turning = { ...entry, code: 'Harbour \u202Eesrever' }
  expect(clientEntrySchema.safeParse(turning).success).toBe(false)
  expect(clientEntrySchema.safeParse({ ...entry, code: 'Fern', therapyType: '\u2067EFT' }).success).toBe(
    false,
  )
  const stored = { ...turning, isFictional: false, createdAt: '2026-01-01T00:00:00.000Z', revision: 1 }
  expect(clientSchema.safeParse(stored).success).toBe(true)
})

test('a code with what is no character is refused when entered, but read if already stored', () => {
  for (const code of ['A\uFFFE', 'A\uFDD0', 'A\u{1FFFF}']) {
    expect(clientEntrySchema.safeParse({ ...entry, code }).success).toBe(false)
    const stored = { ...entry, code, isFictional: false, createdAt: '2026-01-01T00:00:00.000Z', revision: 1 }
    expect(clientSchema.safeParse(stored).success).toBe(true)
  }
})

test('a code needs something visible and stays one line', () => {
  expect(clientEntrySchema.parse({ ...entry, code: '  Fern ' }).code).toBe('Fern')
  for (const code of ['', '   ', 'two\nlines', 'x'.repeat(41)])
    expect(clientEntrySchema.safeParse({ ...entry, code }).success, code).toBe(false)
  expect(codeKey('Ｆｅｒｎ')).toBe(codeKey('fern'))
})

test('a session moves forward, and a wrong status can be corrected', () => {
  expect(canBecome('planned', 'begun')).toBe(true)
  expect(canBecome('begun', 'held')).toBe(true)
  expect(canBecome('held', 'held')).toBe(true)
  expect(canBecome('no-show', 'held')).toBe(true)
  expect(canBecome('held', 'planned')).toBe(false)
  expect(canBecome('planned', 'cancelled-by-client')).toBe(true)
  expect(canBecome('cancelled-by-therapist', 'held')).toBe(true)
})
