import { describe, expect, test } from 'vitest'
import { shortestPassphrase } from './limits.ts'
import { suggestedBits, suggestedWordCount, suggestWords } from './suggest-words.ts'
import { passphraseWords } from './words.ts'

describe('the list of words', () => {
  test('has 2,048 different words, 11 bits each', () => {
    expect(new Set(passphraseWords).size).toBe(2_048)
    expect(passphraseWords).toHaveLength(2_048)
    expect(suggestedBits).toBe(55)
    // The screen that offers the words says so.
    const secondsInBillionYears = 1e9 * 365.25 * 24 * 60 * 60
    expect(2 ** suggestedBits).toBeGreaterThan(secondsInBillionYears)
  })

  test('has only words that are easy to type on any keyboard and to read from a note', () => {
    for (const word of passphraseWords) expect(word).toMatch(/^[a-z]{3,7}$/)
  })

  test('makes even the shortest suggestion long enough for a vault', () => {
    const shortestWord = Math.min(...passphraseWords.map(({ length }) => length))
    expect(suggestedWordCount * shortestWord + suggestedWordCount - 1).toBeGreaterThanOrEqual(
      shortestPassphrase,
    )
  })
})

describe('suggestWords', () => {
  test('picks the word at each random number', () => {
    const numbers = [0, 1, 2_047, 2_048, 2 ** 32 - 1]
    const words = suggestWords(() => numbers.shift() ?? 0)
    expect(words).toEqual(['abacus', 'ability', 'zoom', 'abacus', 'zoom'])
  })

  test('picks every word of the list equally often', () => {
    const counts = new Map<string, number>()
    let next = 0
    const step = 2 ** 32 / passphraseWords.length
    // Numbers spread evenly over the whole range must land evenly on the words.
    for (let round = 0; round < passphraseWords.length * 5; round += 1) {
      for (const word of suggestWords(() => (next = (next + step + 1) % 2 ** 32))) {
        counts.set(word, (counts.get(word) ?? 0) + 1)
      }
    }
    expect(counts.size).toBe(passphraseWords.length)
    expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1)
  })
})
