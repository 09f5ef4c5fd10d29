import { typedNumber } from '#shared/typed/typed-number.ts'

/** Two numbers with "to" between them; null for anything else. */
export function typedRange(text: string): { low: number; high: number } | null {
  const [first = '', second, third] = text.split(/\s+to\s+/i)
  if (second === undefined || third !== undefined) return null
  const low = typedNumber(first)
  const high = typedNumber(second)
  return low === null || high === null ? null : { low, high }
}

// Tabs and line ends become spaces. Invisible characters go, except the joiners that some scripts need.
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u{200c}\u{200d}])\p{Cf}/gu

/** One line of visible text. */
export function cleanLine(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(unseen, '')
    .trim()
    .replace(/^## |^---$/, '')
    .trim()
}

/** The lines of a text that are not empty. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map(cleanLine).filter(Boolean)
}

/** The paragraphs of a text, separated by empty lines. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map(cleanLine)
    .filter(Boolean)
}

/** A DOI however it was copied: with or without the address before it. */
export function bareDoi(text: string): string {
  return text
    .trim()
    .replace(/^(https?:\/\/)?(dx\.)?doi\.org\//i, '')
    .replace(/^doi:\s*/i, '')
}
