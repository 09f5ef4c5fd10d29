import { packLimits } from './pack-limits.ts'
import { problem } from './pack-problem.ts'
import type { PackProblem } from './pack-problem.ts'
import { lineAndColumn, scanJson } from './scan-json.ts'

/** The text of a pack without its byte order mark, or the problems that prevent reading it. */
export type PackText = { ok: true; text: string } | { ok: false; problems: PackProblem[] }
/** The parsed content of a pack, or the problems that prevent parsing it. */
export type PackContent = { ok: true; content: unknown } | { ok: false; problems: PackProblem[] }

/**
 * Checks a file's text before it is parsed; never throws.
 *
 * With or without a byte order mark, up to `packLimits.bytes`. Refuses UTF-16 that was decoded as another encoding, and
 * NUL characters.
 */
export function checkPackText(file: string): PackText {
  const refuse = (...problems: PackProblem[]): PackText => ({ ok: false, problems })
  // A string has at least as many bytes as units, so a longer one needs no counting.
  if (file.length > packLimits.bytes)
    return refuse(problem('', { code: 'too-large', limit: packLimits.bytes }))
  const text = file.startsWith('\u{feff}') ? file.slice(1) : file
  if (bytesOf(text) > packLimits.bytes) {
    return refuse(problem('', { code: 'too-large', limit: packLimits.bytes }))
  }
  if (text.trim() === '') return refuse(problem('', 'empty'))
  const nul = text.indexOf('\u{0}')
  // A UTF-16 file decoded as another encoding has a NUL beside every Latin letter.
  if (nul === 0 || nul === 1) return refuse(problem('', 'utf-16'))
  if (nul !== -1) return refuse(problem('', { code: 'control-character', ...lineAndColumn(text, nul) }))
  return { ok: true, text }
}

/** Parses a checked text as JSON; never throws, and never parses unsafe input. */
export function readPackText(text: string): PackContent {
  const problems = scanJson(text)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, content: JSON.parse(text) }
}

function bytesOf(text: string): number {
  let bytes = text.length
  for (let position = 0; position < text.length; position += 1) {
    const unit = text.charCodeAt(position)
    if (unit >= 0x80) bytes += 1
    // Each half of a surrogate pair counts as two of its four bytes.
    if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) bytes += 1
  }
  return bytes
}
