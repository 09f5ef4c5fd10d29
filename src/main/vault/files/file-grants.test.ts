import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
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
