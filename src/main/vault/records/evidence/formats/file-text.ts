import { articleLimits } from '#shared/evidence/article-limits.ts'
import { articleProblem, type ArticleProblem } from '#shared/evidence/article-problem.ts'

/** A file's text with uniform line ends, or why it can't be read as text. */
export type FileText = { ok: true; text: string } | { ok: false; problem: ArticleProblem }

/**
 * Checks the text of a file before anything is parsed. Refuses NULs and lone surrogates, because names and figures
 * beside them would be wrong.
 *
 * Decoding a file already refuses invalid UTF-8. So a replacement character (U+FFFD) in the text was written by
 * somebody, and stays.
 */
export function checkFileText(raw: string): FileText {
  const refuse = (problem: ArticleProblem): FileText => ({ ok: false, problem })
  if (Buffer.byteLength(raw) > articleLimits.bytes) {
    return refuse(articleProblem('', { code: 'too-large', limit: articleLimits.bytes }))
  }
  if (raw.trim() === '') return refuse(articleProblem('', 'empty'))
  // Old programs end a file with a mark of its end, or fill it up with NULs.
  const filled = raw.slice(0, lengthWithoutEnd(raw))
  if (filled.includes('\0')) return refuse(articleProblem('', 'not-text'))
  if (!filled.isWellFormed()) return refuse(articleProblem('', 'lone-surrogate'))
  return { ok: true, text: filled.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') }
}

function lengthWithoutEnd(text: string): number {
  let length = text.length
  while (text[length - 1] === '\0' || text[length - 1] === '\u001A') length -= 1
  return length
}
