/** Cuts a text so that it takes at most so many bytes as UTF-8, and marks the cut; never within a character. */
export function cutToBytes(text: string, most: number): string {
  if (bytesOf(text) <= most) return text
  const mark = '…'
  let left = most - bytesOf(mark)
  let kept = ''
  for (const character of text) {
    left -= bytesOf(character)
    if (left < 0) break
    kept += character
  }
  return `${kept}${mark}`
}

function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}
