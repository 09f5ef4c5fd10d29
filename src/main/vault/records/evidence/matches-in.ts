import type { SearchedPart, TextMatch } from '#shared/evidence/evidence-item.ts'
import { rangesOf, textSeparator } from '../full-text/marked-text.ts'
import { indexedParts } from './evidence-index.ts'

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
