import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestWord } from './nearest-word.ts'

const words = [
  { word: 'rupture', summaries: 9 },
  { word: 'ruptures', summaries: 4 },
  { word: 'alliance', summaries: 12 },
  { word: 'trust', summaries: 2 },
  { word: 'trauma', summaries: 1 },
]

test.each([
  ['ruptrue', 'rupture'],
  ['aliance', 'alliance'],
  ['allliance', 'alliance'],
  ['trsut', null],
  ['trusd', 'trust'],
  ['tru', null],
  ['xylophone', null],
])('%s is read as %s', (typed, read) => {
  expect(nearestWord(typed, words)).toBe(read)
})

test('of two words that are as close, the one in more summaries is meant', () => {
  expect(
    nearestWord('feer', [
      { word: 'fear', summaries: 1 },
      { word: 'feel', summaries: 8 },
    ]),
  ).toBe('feel')
})

test('a word of the index is read as itself', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), (word) => {
      expect(nearestWord(word, [...words, { word, summaries: 1 }])).toBe(word)
    }),
  )
})
