// What the index's tokenizer (`unicode61`) takes as part of a word; anything else only separates words.
const wordPattern = /[\p{L}\p{N}\p{M}\p{Co}]+/gu

/** The words of a query, each once. */
export function searchedWords(query: string): string[] {
  return [...new Set(query.toLowerCase().match(wordPattern))]
}

/**
 * Words as an expression for the index: every word has to begin some word. Null without any word.
 *
 * Each is quoted and holds letters, digits and marks only, so nothing that was typed is ever read as syntax.
 */
export function matchExpression(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' AND ')
}
