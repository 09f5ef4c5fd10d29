import { articleLimits } from '#shared/evidence/article-limits.ts'
import { articleProblem } from '#shared/evidence/article-problem.ts'
import type { ImportPreview } from '#shared/evidence/import-preview.ts'
import { readAnyTextFile, type TextEncodingName } from '#renderer/lib/read-text-file.ts'

/** A file that was read. */
export interface LookedAt {
  readonly name: string
  readonly text: string
  readonly encoding: TextEncodingName
  readonly preview: ImportPreview
}

/** The chosen file's text, or why it is refused. */
export type ReadImportFile = Omit<LookedAt, 'preview'> & { readonly refused: ImportPreview | null }

/** Reads a file of summaries or references as text. Refuses one that is too large without reading it. */
export async function readImportFile(chosen: File): Promise<ReadImportFile> {
  const { name } = chosen
  const read = await readAnyTextFile(chosen, articleLimits.bytes)
  if (read.ok) {
    const { text, encoding } = read
    return { name, text: text.replace(/^\u{feff}/u, ''), encoding, refused: null }
  }
  const refused = { format: null, records: [], problems: [articleProblem('', read.reason)] }
  return { name, text: '', encoding: 'utf-8', refused }
}
