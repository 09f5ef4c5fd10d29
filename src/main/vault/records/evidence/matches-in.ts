import type { SearchedPart, TextMatch, TextRange } from '#shared/evidence/evidence-item.ts'
import { indexedParts, textSeparator, wordBreak } from './evidence-index.ts'

/** Control characters stand around what was found: no text in the index holds any. */
export const matchStart = 2
export const matchEnd = 3

const [startMark, endMark] = [String.fromCodePoint(matchStart), String.fromCodePoint(matchEnd)]

/**
 * Turns the columns of the index, with marks around the words found, into texts with ranges; texts without any
 * are left out. A claim is told with its finding, and a note is given as it was written.
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
