import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isSameGroup,
  printRecoveryKey,
  readRecoveryKey,
  recoveryKeyGroups,
  recoveryKeySymbols,
} from './recovery-key.ts'

const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 })
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

test('every key is printed in 13 groups of five unambiguous characters and read back', () => {
  fc.assert(
    fc.property(anyKey, (key) => {
      const groups = printRecoveryKey(key)
      expect(groups).toHaveLength(recoveryKeyGroups)
      for (const group of groups) expect(group).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}$/)
      expect(readRecoveryKey(recoveryKeySymbols(groups.join(' ')))).toEqual({ kind: 'key', key })
    }),
  )
})

test('the printed form of a known key never changes, because printed papers depend on it', () => {
  const key = Uint8Array.from({ length: 32 }, (_, index) => index)
  expect(printRecoveryKey(key).join('-')).toMatchInlineSnapshot(
    `"000G0-40R47-0M30J-E209D-185GT-R38E6-1W81Q-24GK4-2GAHK-C5RRE-34D11-P70XS-3RFGB"`,
  )
})

test('small letters, spaces, hyphens, O for 0 and I or L for 1 are accepted', () => {
  fc.assert(
    fc.property(anyKey, (key) => {
      const typed = printRecoveryKey(key).join(' – ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
      expect(readRecoveryKey(recoveryKeySymbols(`\n ${typed}\t`))).toEqual({ kind: 'key', key })
    }),
  )
  expect(isSameGroup(' a0b-1c ', 'A0B1C')).toBe(true)
  expect(isSameGroup('A0B1D', 'A0B1C')).toBe(false)
})

test('fault 11: the group of any one wrong character and of any two swapped neighbours is named', () => {
  const groups = printRecoveryKey(Uint8Array.from({ length: 32 }, (_, index) => (index * 37) % 256))
  groups.forEach((group, index) => {
    const found = (changed: string) =>
      readRecoveryKey(
        recoveryKeySymbols(groups.map((other, place) => (place === index ? changed : other)).join(' ')),
      )
    const expected = { kind: 'mistyped', groups: [index + 1] }
    for (let place = 0; place < group.length; place += 1) {
      for (const other of alphabet)
        if (other !== group[place])
          expect(found(group.slice(0, place) + other + group.slice(place + 1))).toEqual(expected)
      const swapped = group.split('')
      swapped.splice(
        place,
        2,
        ...group
          .slice(place, place + 2)
          .split('')
          .toReversed(),
      )
      if (swapped.join('') !== group) expect(found(swapped.join(''))).toEqual(expected)
    }
  })
})

test('swapped groups, a missing character and characters outside the alphabet are found', () => {
  const groups = printRecoveryKey(Uint8Array.from({ length: 32 }, (_, index) => index * 7))
  const swapped = [...groups]
  swapped.splice(3, 2, groups[4]!, groups[3]!)
  expect(readRecoveryKey(recoveryKeySymbols(swapped.join(' ')))).toEqual({ kind: 'mistyped', groups: [4, 5] })
  expect(readRecoveryKey(recoveryKeySymbols(groups.slice(0, -1).join(' ')))).toEqual({
    kind: 'mistyped',
    groups: [],
  })
  expect(readRecoveryKey(recoveryKeySymbols(`${groups.join(' ')}0`))).toEqual({
    kind: 'mistyped',
    groups: [],
  })
  expect(readRecoveryKey(recoveryKeySymbols('quiet harbour seven lamps'))).toEqual({
    kind: 'mistyped',
    groups: [1],
  })
  expect(
    readRecoveryKey(recoveryKeySymbols(groups.map((group) => `u${group.slice(1)}`).join(''))),
  ).toMatchObject({
    kind: 'mistyped',
    groups: expect.arrayContaining([1, 13]),
  })
})
