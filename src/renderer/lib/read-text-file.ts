/** The text of a chosen file, or why it is refused. */
export type TextFile =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false
      readonly reason:
        | 'utf-16'
        | { readonly code: 'too-large'; readonly limit: number }
        | { readonly code: 'not-utf8'; readonly byte: number }
    }

/** Reads a chosen file as UTF-8 text. Refuses a too large one without reading it. */
export async function readTextFile(file: File, limitBytes: number): Promise<TextFile> {
  if (file.size > limitBytes) return { ok: false, reason: { code: 'too-large', limit: limitBytes } }
  return decodeText(new Uint8Array(await file.arrayBuffer()))
}

/** The text of a chosen file in any of the encodings that programs write, and which one it was. */
export type AnyTextFile =
  | { readonly ok: true; readonly text: string; readonly encoding: TextEncodingName }
  | { readonly ok: false; readonly reason: { readonly code: 'too-large'; readonly limit: number } }
export const textEncodings = ['utf-8', 'utf-16', 'windows-1252'] as const
export type TextEncodingName = (typeof textEncodings)[number]

/**
 * Reads a chosen file as UTF-8, UTF-16 or Windows-1252. A file that is neither of the first two is read as the third,
 * in which every byte is a letter: the caller says so, because another encoding gives wrong letters. A chosen encoding is
 * used whatever the bytes are; what it has no letter for becomes the mark of a missing one.
 */
export async function readAnyTextFile(
  file: File,
  limitBytes: number,
  chosen: TextEncodingName | null = null,
): Promise<AnyTextFile> {
  if (file.size > limitBytes) return { ok: false, reason: { code: 'too-large', limit: limitBytes } }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (chosen === null) return { ok: true, ...decodeAnyText(bytes) }
  return { ok: true, text: new TextDecoder(labelOf(chosen, bytes)).decode(bytes), encoding: chosen }
}

/** The name of an encoding, with the order of its bytes. */
function labelOf(encoding: TextEncodingName, bytes: Uint8Array): string {
  if (encoding !== 'utf-16') return encoding
  return bytes[0] === 0xfe || bytes[0] === 0 ? 'utf-16be' : 'utf-16le'
}

/** Decodes UTF-8, else UTF-16 by its mark or its NULs, else Windows-1252. */
export function decodeAnyText(bytes: Uint8Array<ArrayBuffer>): { text: string; encoding: TextEncodingName } {
  const strict = decodeText(bytes)
  if (strict.ok) return { text: strict.text, encoding: 'utf-8' }
  if (strict.reason !== 'utf-16')
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  return { text: new TextDecoder(labelOf('utf-16', bytes)).decode(bytes), encoding: 'utf-16' }
}

/** Decodes UTF-8 strictly, including a byte order mark. Otherwise gives the position of the first faulty byte. */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): TextFile {
  if (isUtf16(bytes)) return { ok: false, reason: 'utf-16' }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { ok: false, reason: { code: 'not-utf8', byte: firstFault(bytes) } }
  }
}

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return hasMark || (bytes.length > 1 && (first === 0) !== (second === 0))
}

/** The first byte that belongs to no character: where lenient decoding and encoding again give other bytes. */
function firstFault(bytes: Uint8Array<ArrayBuffer>): number {
  const lenient = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
  let position = lenient.findIndex((byte, index) => byte !== bytes[index])
  // The replacement character may begin with the same bytes; the fault begins at its first byte.
  while (((lenient[position] ?? 0) & 0xc0) === 0x80) position -= 1
  return position
}
