/** The longest name that SPSS takes for a column, and REDCap for a form. */
const longestName = 64

/**
 * A name that SPSS, R and REDCap all take: lower-case letters, digits and single underscores, a letter first, at most 64
 * characters. A name that would be longer, or that is taken, is cut and ends in a sum over the whole text.
 */
export function plainName(text: string, taken: ReadonlySet<string> = new Set()): string {
  const plain = text.replaceAll(/[^a-z0-9]+/g, '_')
  const name = /^[a-z]/.test(plain) ? plain : `q_${plain}`
  if (name.length <= longestName && !taken.has(name)) return name
  const sum = fnv1a(text).toString(16).padStart(8, '0')
  return `${name.slice(0, longestName - sum.length - 1).replace(/_+$/, '')}_${sum}`
}

/** FNV-1a with 32 bits: tells a few hundred names apart, nothing more. */
function fnv1a(text: string): number {
  let sum = 0x811c9dc5
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return sum
}
