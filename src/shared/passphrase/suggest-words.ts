import { passphraseWords } from './words.ts'

/** The number of suggested words. */
export const suggestedWordCount = 5

/** The entropy of a suggestion in whole bits, for an attacker who knows the list and the method. */
export const suggestedBits = Math.floor(suggestedWordCount * Math.log2(passphraseWords.length))

/**
 * Draws five words from the list, each with the same chance; a word may repeat.
 *
 * `randomNumber` must give whole numbers from 0 to 2³² − 1, all equally likely, from a source made for secrets.
 */
export function suggestWords(randomNumber: () => number): string[] {
  return Array.from({ length: suggestedWordCount }, () => drawWord(randomNumber))
}

function drawWord(randomNumber: () => number): string {
  const { length } = passphraseWords
  // Numbers above the last whole multiple would favour the first words if the length of the list is not a power of
  // two.
  const limit = Math.floor(2 ** 32 / length) * length
  for (;;) {
    const drawn = randomNumber()
    const word = drawn < limit ? passphraseWords[drawn % length] : undefined
    if (word !== undefined) return word
  }
}
