import { randomBytes } from 'node:crypto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createFileGrants } from './file-grants.ts'

const token = () => randomBytes(32).toString('base64url')

function grantsAt(clock = { now: new Date('2026-03-20T10:00:00.000Z') }) {
  return { clock, grants: createFileGrants(() => clock.now) }
}

test('a token gives the chosen path once', () => {
  const { grants } = grantsAt()
  const given = token()
  grants.accept({ token: given, purpose: 'archive', path: '/home/t/Attune archive.age' })
  expect(grants.take(given, 'archive')).toBe('/home/t/Attune archive.age')
  expect(() => grants.take(given, 'archive')).toThrow('file-not-granted')
})

test('a token serves no other purpose, and a wrong use ends it', () => {
  const { grants } = grantsAt()
  const given = token()
  grants.accept({ token: given, purpose: 'backup-file', path: '/home/t/a.attunebackup' })
  expect(() => grants.take(given, 'archive')).toThrow('file-not-granted')
  expect(() => grants.take(given, 'backup-file')).toThrow('file-not-granted')
})

test('an unknown or expired token gives no path', () => {
  const { grants, clock } = grantsAt()
  const given = token()
  grants.accept({ token: given, purpose: 'archive', path: '/home/t/a.age' })
  expect(() => grants.take(token(), 'archive')).toThrow('file-not-granted')
  clock.now = new Date('2026-03-20T10:31:00.000Z')
  expect(() => grants.take(given, 'archive')).toThrow('file-not-granted')
})

test('fault 47: relative paths, parent folders, device names and unknown shapes are never accepted', () => {
  const { grants } = grantsAt()
  const refused = [
    'a.age',
    '../a.age',
    '/home/t/../../etc/passwd',
    '/home/t/NUL',
    '/home/t/con.age',
    '/home/t/lpt1.json',
    '/home/t/a\0.age',
    '',
  ]
  for (const path of refused) {
    const given = token()
    grants.accept({ token: given, purpose: 'archive', path })
    expect(() => grants.take(given, 'archive'), path).toThrow('file-not-granted')
  }
  grants.accept({ token: 'short', purpose: 'archive', path: '/home/t/a.age' })
  expect(() => grants.take('short', 'archive')).toThrow('file-not-granted')
})

test('the oldest of many unused grants go first', () => {
  const { grants } = grantsAt()
  const given = Array.from({ length: 21 }, token)
  for (const one of given) grants.accept({ token: one, purpose: 'archive', path: '/home/t/a.age' })
  expect(() => grants.take(given[0] ?? '', 'archive')).toThrow('file-not-granted')
  expect(grants.take(given[20] ?? '', 'archive')).toBe('/home/t/a.age')
})

const page = () => new TextEncoder().encode('%PDF-1.4 a report in clear')
const isWiped = (bytes: Uint8Array): boolean => bytes.length > 0 && bytes.every((byte) => byte === 0)

test('fault 162: only the newest printed page waits, and an earlier one is wiped', () => {
  const { grants } = grantsAt()
  const [first, second, other] = [token(), token(), token()]
  const [before, after] = [page(), page()]
  grants.accept({ token: other, purpose: 'archive', path: '/home/t/a.age' })
  grants.accept({ token: first, purpose: 'report', path: '/home/t/a.pdf', printed: before })
  grants.accept({ token: second, purpose: 'report', path: '/home/t/b.pdf', printed: after })
  expect(isWiped(before)).toBe(true)
  expect(() => grants.takePrinted(first, 'report')).toThrow('file-not-granted')
  expect(grants.takePrinted(second, 'report').printed).toEqual(page())
  expect(grants.take(other, 'archive')).toBe('/home/t/a.age')
})

test('fault 162: a printed page that nobody asks for, or for another purpose, is wiped', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { grants } = grantsAt()
  const [forgotten, misused] = [token(), token()]
  const [old, mistaken] = [page(), page()]
  grants.accept({ token: forgotten, purpose: 'report', path: '/home/t/a.pdf', printed: old })
  vi.advanceTimersByTime(59_000)
  expect(isWiped(old)).toBe(false)
  vi.advanceTimersByTime(1_000)
  expect(isWiped(old)).toBe(true)
  expect(() => grants.takePrinted(forgotten, 'report')).toThrow('file-not-granted')
  grants.accept({ token: misused, purpose: 'report', path: '/home/t/b.pdf', printed: mistaken })
  expect(() => grants.take(misused, 'archive')).toThrow('file-not-granted')
  expect(isWiped(mistaken)).toBe(true)
})
