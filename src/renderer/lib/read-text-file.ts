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
