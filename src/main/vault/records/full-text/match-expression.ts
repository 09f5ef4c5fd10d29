// Characters that the index's tokenizer (`unicode61`) treats as part of a word; all others separate words.
const wordPattern = /[\p{L}\p{N}\p{M}\p{Co}]+/gu

/** The words of a query, without duplicates. */
export function searchedWords(query: string): string[] {
  return [...new Set(query.toLowerCase().match(wordPattern))]
}

/**
 * Turns words into an expression for the index: each word must be the beginning of some word. Null without any word.
 *
 * Each word is quoted and contains only letters, digits and marks, so the index never reads typed text as syntax.
 */
export function matchExpression(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.map(startOf).join(' AND ')
}

/** Matches texts with a word, or with several words in a row, whose last one begins as given. */
export function startOf(phrase: string): string {
  return `"${phrase}"*`
}
