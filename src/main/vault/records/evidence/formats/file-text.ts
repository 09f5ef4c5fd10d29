import { articleLimits } from '#shared/evidence/article-limits.ts'
import { articleProblem, type ArticleProblem } from '#shared/evidence/article-problem.ts'

/** The text of a file with its line ends as one, or why it can't be read as text. */
export type FileText = { ok: true; text: string } | { ok: false; problem: ArticleProblem }

/**
 * Checks the text of a file before anything is read from it. NULs and half characters are refused, because names and
 * figures beside them would be wrong.
 *
 * Bytes that are no UTF-8 are refused where a file is decoded. A replacement character (U+FFFD) in the text is
 * therefore one that somebody wrote, and stays.
 */
export function checkFileText(raw: string): FileText {
  const refuse = (problem: ArticleProblem): FileText => ({ ok: false, problem })
  if (Buffer.byteLength(raw) > articleLimits.bytes) {
    return refuse(articleProblem('', { code: 'too-large', limit: articleLimits.bytes }))
  }
  if (raw.trim() === '') return refuse(articleProblem('', 'empty'))
  if (raw.includes('\0') || raw.startsWith('\uFFFE')) return refuse(articleProblem('', 'utf-16'))
  if (!raw.isWellFormed()) return refuse(articleProblem('', 'lone-surrogate'))
  return { ok: true, text: raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') }
}
