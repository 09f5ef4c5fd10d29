import type { TextRange } from '#shared/evidence/evidence-item.ts'

/** Separates words that an index would join. Code that reads a text from an index must remove it. */
const wordBreak = '\u0001'

/** Separates the texts of one column. Inside a text it is replaced by a space. */
export const textSeparator = '\n'

/** Control characters that surround each match; no text in an index contains any. */
export const matchStart = 2
export const matchEnd = 3

const [startMark, endMark] = [String.fromCodePoint(matchStart), String.fromCodePoint(matchEnd)]

const controlCharacter = /\p{Cc}/gu
// The index's tables are older than many symbols and treat those as letters, so "🙂hope" would be one word.
const foreignToWords = /[^\p{L}\p{N}\p{M}\p{Co}\p{ASCII}\u{80}-\u{24f}]+/gu

/** Removes characters that mark matches or separate texts, and adds breaks between symbols and words. */
export function textForIndex(text: string): string {
  return text.replace(controlCharacter, ' ').replace(foreignToWords, `${wordBreak}$&${wordBreak}`)
}

/** A text from an index as it was put there, with the places of its marked matches. */
export function rangesOf(marked: string): { text: string; ranges: TextRange[] } {
  const ranges: TextRange[] = []
  let text = ''
  for (const [index, piece] of marked.replaceAll(wordBreak, '').split(startMark).entries()) {
    const end = index === 0 ? -1 : piece.indexOf(endMark)
    if (end !== -1) ranges.push({ start: text.length, end: text.length + end })
    text += piece.replace(endMark, '')
  }
  return { text, ranges }
}
