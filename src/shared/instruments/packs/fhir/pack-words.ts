import { plainTextSchema } from '../../plain-text.ts'
import type { PackNote } from '../pack-note.ts'
import type { PackProblem } from '../pack-problem.ts'
import { schemaProblems } from '../schema-problems.ts'

/** What a reading has found so far, in the order of the file. */
export interface Findings {
  problems: PackProblem[]
  notes: PackNote[]
}

/**
 * Makes one line of a text of the file, or null where it can't be shown; what was found is added to the findings.
 *
 * Spaces and line breaks in a row become one space, because FHIR's texts are Markdown; nothing else is changed.
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
