import { articleLimits } from '#shared/evidence/article-limits.ts'
import { articleProblem, type ArticleProblem } from '#shared/evidence/article-problem.ts'

/** The text of a file with its line ends as one, or why it can't be read as text. */
export type FileText = { ok: true; text: string } | { ok: false; problem: ArticleProblem }

/**
 * Looks at a file before anything is read from it. It was decoded as UTF-8 on the way here: what another encoding
 * makes of that (NULs, replacement characters) is refused, because names and figures in it would be wrong.
 */
export function checkFileText(raw: string): FileText {
  const refuse = (problem: ArticleProblem): FileText => ({ ok: false, problem })
  if (Buffer.byteLength(raw) > articleLimits.bytes) {
    return refuse(articleProblem('', { code: 'too-large', limit: articleLimits.bytes }))
  }
  if (raw.trim() === '') return refuse(articleProblem('', 'empty'))
  if (raw.includes('\0') || raw.startsWith('\uFFFE')) return refuse(articleProblem('', 'utf-16'))
  if (raw.includes('\uFFFD')) return refuse(articleProblem('', 'not-text'))
  if (!raw.isWellFormed()) return refuse(articleProblem('', 'lone-surrogate'))
  return { ok: true, text: raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') }
}
