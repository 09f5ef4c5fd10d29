import { passphraseWords } from './words.ts'

/** How many words are suggested. */
export const suggestedWordCount = 5

/** How hard a suggestion is to guess for somebody who knows the list and how it is drawn from, in whole bits. */
export const suggestedBits = Math.floor(suggestedWordCount * Math.log2(passphraseWords.length))

/**
 * Five words, each drawn with the same chance from the list; a word may come twice.
 *
 * `randomNumber` must give whole numbers from 0 to 2³² − 1, all equally likely, from a source made for secrets.
 */
export function suggestWords(randomNumber: () => number): string[] {
  return Array.from({ length: suggestedWordCount }, () => drawWord(randomNumber))
}

function drawWord(randomNumber: () => number): string {
  const { length } = passphraseWords
  // Numbers above the last whole multiple would favour the first words of a list whose length is no power of two.
  const limit = Math.floor(2 ** 32 / length) * length
  for (;;) {
    const drawn = randomNumber()
    const word = drawn < limit ? passphraseWords[drawn % length] : undefined
    if (word !== undefined) return word
  }
}
