import { wordlist } from '@scure/bip39/wordlists/english.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleKeys } from '#shared/bundles/testing/example-bundle.ts'
import { fingerprintWords } from '#shared/bundles/words-compared.ts'
import { compareWords, wordsOfKeys } from './fingerprint.ts'
import { makePeople } from './testing/people.ts'

const { therapist, stranger } = await makePeople()
const keys = therapist.public
const words = wordsOfKeys(keys)
const text = words.join(' ')

test('a fingerprint is twelve words of the list, the same each time', () => {
  expect(words).toHaveLength(fingerprintWords)
  expect(words.filter((word) => !wordlist.includes(word))).toEqual([])
  expect(wordsOfKeys({ ...keys })).toEqual(words)
  // Pinned: other words for the same keys would make every comparison of two versions fail.
  expect(wordsOfKeys(exampleKeys(1)).join(' ')).toMatchInlineSnapshot(
    `"fly canvas advance enter wedding reunion grace tiger saddle category embody isolate"`,
  )
})

test('every one of the keys is in the fingerprint', () => {
  const other = stranger.public
  for (const changed of [
    { ...keys, age: other.age },
    { ...keys, agePostQuantum: other.agePostQuantum },
    { ...keys, agePostQuantum: null },
    { ...keys, signing: other.signing },
  ])
    expect(wordsOfKeys(changed)).not.toEqual(words)
})

test('the first four letters tell all words of the list apart', () => {
  expect(wordlist).toHaveLength(2048)
  expect(new Set(wordlist.map((word) => word.slice(0, 4))).size).toBe(2048)
})

test.each([
  ['as they are', text],
  ['in capitals', text.toUpperCase()],
  ['with spaces and line breaks around them', `\n  ${words.join('   \n')}  `],
  ['with commas', words.join(', ')],
  ['with numbers', words.map((word, index) => `${index + 1}. ${word}`).join('\n')],
  ['by their first four letters', words.map((word) => word.slice(0, 4)).join(' ')],
])('words typed %s are the same', (_how, typed) => {
  expect(compareWords(typed, keys)).toEqual({ kind: 'same' })
})

test('nothing is said of a wrong word before all words are typed', () => {
  fc.assert(
    fc.property(fc.nat(fingerprintWords - 1), fc.constantFrom(...wordlist), (count, wrong) => {
      const right = { kind: 'incomplete', typed: count }
      expect(compareWords(words.slice(0, count).join(' '), keys)).toEqual(right)
      if (count > 0) expect(compareWords([wrong, ...words.slice(1, count)].join(' '), keys)).toEqual(right)
    }),
  )
})

test('once all are typed, the wrong words are named by their place', () => {
  const typed = [...words]
  typed[2] = words[2] === 'zebra' ? 'zoo' : 'zebra'
  typed[11] = 'xyz'
  expect(compareWords(typed.join(' '), keys)).toEqual({ kind: 'different', wrong: [3, 12] })
})

test('more words than twelve are too many, and the words of another person are different', () => {
  expect(compareWords(`${text} zoo`, keys)).toEqual({ kind: 'too-many', typed: 13 })
  expect(compareWords(wordsOfKeys(stranger.public).join(' '), keys).kind).toBe('different')
})
