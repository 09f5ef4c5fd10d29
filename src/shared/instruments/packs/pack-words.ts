import { plainTextSchema } from '../plain-text.ts'
import type { Findings } from './findings.ts'
import { schemaProblems } from './schema-problems.ts'

/**
 * Makes one line from a text of the file, or null if it can't be shown; adds what it notices to the findings.
 *
 * Runs of spaces and line breaks become one space, because FHIR's texts are Markdown; nothing else changes.
 */
export function lineOf(
  text: string,
  path: readonly PropertyKey[],
  place: string,
  found: Findings,
): string | null {
  const line = text.replace(/[ \t\r\n]+/g, ' ').trim()
  if (line !== text) found.notes.push({ place, code: 'spaces-tidied' })
  const read = plainTextSchema.safeParse(line, { reportInput: true })
  if (read.success) return read.data
  found.problems.push(...schemaProblems(read.error, path))
  return null
}

const inlineTag = /<\/?(?:a|b|em|font|i|span|strong|sub|sup|u)(?:\s[^<>]*)?>/gi
const otherTag = /<\/?(?!script\b)[a-z][^<>]*>/gi

/** A text without its tags, which other programs allow in some texts, and which are noted. A script stays. */
export function withoutTags(text: string, place: string, found: Findings): string {
  const plain = text
    .replace(inlineTag, '')
    .replace(otherTag, ' ')
    .replace(/&nbsp;/g, ' ')
  if (plain !== text) found.notes.push({ place, code: 'markup-left-out' })
  return plain
}
