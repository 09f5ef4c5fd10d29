import { articleLimits } from '#shared/evidence/article-limits.ts'
import { articleProblem } from '#shared/evidence/article-problem.ts'
import type { ImportPreview } from '#shared/evidence/import-preview.ts'

/** A file that was looked at. */
export interface LookedAt {
  readonly name: string
  readonly text: string
  readonly preview: ImportPreview
}

/** A file as it was chosen, or why its text can't be taken. */
export type ReadImportFile =
  | { readonly name: string; readonly text: string; readonly refused: null }
  | { readonly name: string; readonly text: null; readonly refused: ImportPreview }

/** Reads a file of summaries or references as text. One that is too large or no UTF-8 is refused unread. */
export async function readImportFile(chosen: File): Promise<ReadImportFile> {
  const { name } = chosen
  if (chosen.size > articleLimits.bytes)
    return refuse(name, articleProblem('', { code: 'too-large', limit: articleLimits.bytes }))
  const bytes = new Uint8Array(await chosen.arrayBuffer())
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isUtf16) return refuse(name, articleProblem('', 'utf-16'))
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), refused: null }
  } catch {
    return refuse(name, articleProblem('', 'not-text'))
  }
}

function refuse(name: string, problem: ImportPreview['problems'][number]): ReadImportFile {
  return { name, text: null, refused: { format: null, records: [], problems: [problem] } }
}
