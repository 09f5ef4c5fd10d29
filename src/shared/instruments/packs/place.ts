const longestSegment = 40
const unseen = /[\p{C}\p{Zl}\p{Zp}]/gu

/**
 * Gives what a file says in a form that is safe to show: cut to 40 characters, invisible ones replaced.
 *
 * Problems quote the file, and a name can be a megabyte long or read backwards.
 */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, 2 * longestSegment + 2))
  const short = characters.slice(0, longestSegment).join('')
  const isCut = characters.length > longestSegment
  return short.replace(unseen, '\u{fffd}') + (isCut ? '…' : '')
}

/** Joins the names and positions on the way to a value with dots, such as `items.2.text`; the root is empty. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path.map((segment) => quoted(String(segment))).join('.')
}
