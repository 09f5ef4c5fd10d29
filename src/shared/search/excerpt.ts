import type { TextRange } from '#shared/evidence/evidence-item.ts'

/** A piece of a longer text with the marks inside it, and whether text was left out on either side. */
interface Excerpt {
  readonly text: string
  readonly ranges: readonly TextRange[]
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

const longest = 180
const leadIn = 60

/**
 * The piece of a text around its first mark, at most about 180 characters, broken between words.
 *
 * A short text stays whole.
 */
export function excerptAround(text: string, ranges: readonly TextRange[]): Excerpt {
  if (text.length <= longest) return { text, ranges, isCutBefore: false, isCutAfter: false }
  const firstMark = ranges[0]?.start ?? 0
  const start = firstMark <= leadIn ? 0 : startBetweenWords(text, firstMark)
  const end = endBetweenWords(text, start + longest)
  return {
    text: text.slice(start, end),
    ranges: ranges
      .filter((range) => range.start >= start && range.end <= end)
      .map((range) => ({ start: range.start - start, end: range.end - start })),
    isCutBefore: start > 0,
    isCutAfter: end < text.length,
  }
}

function endBetweenWords(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length
  const space = text.lastIndexOf(' ', wanted)
  return space === -1 ? wanted : space
}

function startBetweenWords(text: string, firstMark: number): number {
  const space = text.indexOf(' ', firstMark - leadIn)
  return space === -1 || space >= firstMark ? firstMark : space + 1
}
