import { plainTextSchema } from '../../plain-text.ts'
import type { PackNote } from '../pack-note.ts'
import type { PackProblem } from '../pack-problem.ts'
import { schemaProblems } from '../schema-problems.ts'

/** The findings so far, in the order of the file. */
export interface Findings {
  problems: PackProblem[]
  notes: PackNote[]
}

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
