/** Text, or where the bytes stop being UTF-8. */
export type Decoded = { ok: true; text: string } | { ok: false; byte: number }

const chunk = 4096

/**
 * Decodes UTF-8 strictly: an overlong form, a surrogate, a cut sequence or a stray byte is told by its position.
 *
 * Written out because `TextDecoder` belongs to the platforms, and this folder runs on any.
 */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  let text = ''
  let points: number[] = []
  let position = 0
  while (position < bytes.length) {
    const lead = bytes[position] ?? 0
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
    if (length === 0) return { ok: false, byte: position }
    let point = length === 1 ? lead : lead & (0xff >> (length + 1))
    for (let offset = 1; offset < length; offset += 1) {
      const next = bytes[position + offset] ?? 0
      if ((next & 0xc0) !== 0x80) return { ok: false, byte: position }
      point = (point << 6) | (next & 0x3f)
    }
    const isOverlong = (length === 3 && point < 0x800) || (length === 4 && point < 0x10000)
    if (isOverlong || (point >= 0xd800 && point <= 0xdfff) || point > 0x10ffff) {
      return { ok: false, byte: position }
    }
    points.push(point)
    position += length
    if (points.length === chunk) {
      text += String.fromCodePoint(...points)
      points = []
    }
  }
  return { ok: true, text: text + String.fromCodePoint(...points) }
}
