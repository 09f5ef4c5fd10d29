import { describe, expect, test } from 'vitest'
import { checkNewPassphrase, countCharacters } from './check-new-passphrase.ts'

const good = { passphrase: 'quiet otter lamp', repeated: 'quiet otter lamp' }

describe('countCharacters', () => {
  test('counts a letter with its accent once, however the keyboard sends it', () => {
    expect(countCharacters('e\u0301')).toBe(1)
    expect(countCharacters('\u00e9')).toBe(1)
  })

  test('counts an emoji once', () => {
    expect(countCharacters('🦦')).toBe(1)
  })
})

describe('checkNewPassphrase', () => {
  test('finds no problem in a long passphrase that was typed twice', () => {
    expect(checkNewPassphrase(good)).toEqual([])
  })

  test('refuses eleven characters and takes twelve', () => {
    expect(checkNewPassphrase({ ...good, passphrase: 'a'.repeat(11), repeated: 'a'.repeat(11) })).toEqual([
      'too-short',
    ])
    expect(checkNewPassphrase({ ...good, passphrase: 'a'.repeat(12), repeated: 'a'.repeat(12) })).toEqual([])
  })

  test('refuses more than a thousand characters', () => {
    const long = 'a'.repeat(1_001)
    expect(checkNewPassphrase({ ...good, passphrase: long, repeated: long })).toEqual(['too-long'])
  })

  test('treats two encodings of the same letters as equal', () => {
    const passphrase = 'a caf\u00e9 by the sea'
    expect(checkNewPassphrase({ ...good, passphrase, repeated: passphrase.normalize('NFD') })).toEqual([])
  })

  test('keeps spaces and case, because the vault does', () => {
    expect(checkNewPassphrase({ ...good, repeated: 'quiet otter lamp ' })).toEqual(['different'])
    expect(checkNewPassphrase({ ...good, repeated: 'Quiet otter lamp' })).toEqual(['different'])
  })

  test('names all problems at once, in the order of the form', () => {
    expect(checkNewPassphrase({ passphrase: '', repeated: 'x' })).toEqual(['too-short', 'different'])
  })
})
