const longestSegment = 40
const unseen = /[\p{C}\p{Zl}\p{Zp}]/gu

/**
 * Makes a text of a file safe to show: cut to 40 characters, invisible ones replaced.
 *
 * Problems quote the file, where a name can be a megabyte long or reverse the text direction.
 */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, 2 * longestSegment + 2))
  const short = characters.slice(0, longestSegment).join('')
  const isCut = characters.length > longestSegment
  return short.replace(unseen, '\u{fffd}') + (isCut ? '…' : '')
}

/** Joins the path to a value with dots, such as `items.2.text`; the root is empty. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path.map((segment) => quoted(String(segment))).join('.')
}
