// The width in px of a character of 13 px, estimated generously.
const characterWidth = 7.2

/** A name as far as it fits into a width in px. Readout and table have the whole name. */
export function fittingName(name: string, width: number): string {
  const most = Math.floor(width / characterWidth)
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`
}
