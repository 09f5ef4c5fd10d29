import { decodeUtf8 } from './decode-utf8.ts'
import { packLimits } from './pack-limits.ts'
import { problem } from './pack-problem.ts'
import type { PackProblem } from './pack-problem.ts'
import { lineAndColumn, scanJson } from './scan-json.ts'

/** The parsed content of a pack, or what stands in the way of parsing it. */
export type PackContent = { ok: true; content: unknown } | { ok: false; problems: PackProblem[] }

/**
 * Reads a file's bytes, or text already decoded, as JSON; never throws, and parses nothing that is unsafe to parse.
 *
 * UTF-8 with or without a byte order mark, up to `packLimits.bytes`. UTF-16, bytes that are no UTF-8, NUL
 * characters and halves of characters are refused with their reason.
 */
export function readPackText(file: string | Uint8Array): PackContent {
  const refuse = (...problems: PackProblem[]): PackContent => ({ ok: false, problems })
  // A string has at least as many bytes as units, so a long one needn't be counted.
  if (file.length > packLimits.bytes)
    return refuse(problem('', { code: 'too-large', limit: packLimits.bytes }))
  if (typeof file !== 'string' && isUtf16(file)) return refuse(problem('', 'utf-16'))
  const decoded = typeof file === 'string' ? ({ ok: true, text: file } as const) : decodeUtf8(file)
  if (!decoded.ok) return refuse(problem('', { code: 'not-utf8', byte: decoded.byte }))
  const text = decoded.text.startsWith('\u{feff}') ? decoded.text.slice(1) : decoded.text
  if (bytesOf(text) > packLimits.bytes) {
    return refuse(problem('', { code: 'too-large', limit: packLimits.bytes }))
  }
  if (text.trim() === '') return refuse(problem('', 'empty'))
  const nul = text.indexOf('\u{0}')
  // A UTF-16 file that was decoded as something else has a NUL beside every Latin letter.
  if (nul === 0 || nul === 1) return refuse(problem('', 'utf-16'))
  if (nul !== -1) return refuse(problem('', { code: 'control-character', ...lineAndColumn(text, nul) }))
  const problems = scanJson(text)
  if (problems.length > 0) return refuse(...problems)
  return { ok: true, content: JSON.parse(text) }
}

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return hasMark || (bytes.length > 1 && (first === 0) !== (second === 0))
}

function bytesOf(text: string): number {
  let bytes = text.length
  for (let position = 0; position < text.length; position += 1) {
    const unit = text.charCodeAt(position)
    if (unit >= 0x80) bytes += 1
    // Each half of a pair stands for two of its four bytes.
    if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) bytes += 1
  }
  return bytes
}
