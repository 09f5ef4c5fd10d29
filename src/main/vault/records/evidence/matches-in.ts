import type { SearchedPart, TextMatch, TextRange } from '#shared/evidence/evidence-item.ts'
import { indexedParts, textSeparator, wordBreak } from './evidence-index.ts'

/** Control characters that surround each match; no text in the index contains any. */
export const matchStart = 2
export const matchEnd = 3

const [startMark, endMark] = [String.fromCodePoint(matchStart), String.fromCodePoint(matchEnd)]

/**
 * Turns the index's columns with marked matches into texts with ranges. Omits texts without a match. A claim comes with
 * the id of its finding, and a note exactly as written.
 */
export function matchesIn(
  marked: Readonly<Record<SearchedPart, string>>,
  effectIds: readonly string[],
  note: string | null,
): TextMatch[] {
  return indexedParts.flatMap((part) => {
    const texts = part === 'note' ? [marked.note] : marked[part].split(textSeparator)
    return texts.flatMap((text, index): TextMatch[] => {
      const found = rangesOf(text)
      if (found.ranges.length === 0) return []
      const effectId = part === 'claim' ? effectIds[index] : undefined
      const shown = part === 'note' && note !== null ? note : found.text
      return [{ part, text: shown, ranges: found.ranges, ...(effectId !== undefined && { effectId }) }]
    })
  })
}

function rangesOf(marked: string): { text: string; ranges: TextRange[] } {
  const ranges: TextRange[] = []
  let text = ''
  for (const [index, piece] of marked.replaceAll(wordBreak, '').split(startMark).entries()) {
    const end = index === 0 ? -1 : piece.indexOf(endMark)
    if (end !== -1) ranges.push({ start: text.length, end: text.length + end })
    text += piece.replace(endMark, '')
  }
  return { text, ranges }
}
