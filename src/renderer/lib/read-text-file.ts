/** The text of a chosen file, or why it has none that can be taken. */
export type TextFile =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false
      readonly reason:
        | 'utf-16'
        | { readonly code: 'too-large'; readonly limit: number }
        | { readonly code: 'not-utf8'; readonly byte: number }
    }

/** Reads a chosen file as UTF-8 text. One that is too large is refused without being read. */
export async function readTextFile(file: File, limitBytes: number): Promise<TextFile> {
  if (file.size > limitBytes) return { ok: false, reason: { code: 'too-large', limit: limitBytes } }
  return decodeText(new Uint8Array(await file.arrayBuffer()))
}

/** Decodes UTF-8 strictly, a byte order mark included; what is no UTF-8 is refused with the byte where that begins. */
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

/** The first byte that belongs to no character: there the text, decoded leniently and encoded again, is another. */
function firstFault(bytes: Uint8Array<ArrayBuffer>): number {
  const lenient = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
  let position = lenient.findIndex((byte, index) => byte !== bytes[index])
  // The stand-in for a faulty byte may begin like it; its own first byte is where the fault begins.
  while (((lenient[position] ?? 0) & 0xc0) === 0x80) position -= 1
  return position
}
