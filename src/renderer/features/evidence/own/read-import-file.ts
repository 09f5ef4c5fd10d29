import { articleLimits } from '#shared/evidence/article-limits.ts'
import { articleProblem } from '#shared/evidence/article-problem.ts'
import type { ImportPreview } from '#shared/evidence/import-preview.ts'
import { readTextFile } from '#renderer/lib/read-text-file.ts'

/** A file that was read. */
export interface LookedAt {
  readonly name: string
  readonly text: string
  readonly preview: ImportPreview
}

/** The chosen file, or why its text is refused. */
export type ReadImportFile =
  | { readonly name: string; readonly text: string; readonly refused: null }
  | { readonly name: string; readonly text: null; readonly refused: ImportPreview }

/** Reads a file of summaries or references as text. Refuses one that is too large or not UTF-8 without parsing it. */
export async function readImportFile(chosen: File): Promise<ReadImportFile> {
  const { name } = chosen
  const read = await readTextFile(chosen, articleLimits.bytes)
  if (read.ok) return { name, text: read.text.replace(/^\u{feff}/u, ''), refused: null }
  const { reason } = read
  if (reason === 'utf-16') return refuse(name, articleProblem('', reason))
  return refuse(name, articleProblem('', reason.code === 'not-utf8' ? 'not-text' : reason))
}

function refuse(name: string, problem: ImportPreview['problems'][number]): ReadImportFile {
  return { name, text: null, refused: { format: null, records: [], problems: [problem] } }
}
