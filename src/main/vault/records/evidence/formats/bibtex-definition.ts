/** The literals that an abbreviation stands for, as they are in the file, and their length; null if it is too long. */
export type StringValue = { readonly literals: readonly string[]; readonly length: number } | null

const name = /[A-Za-z_][\w:+-]*/y
const number = /-?\d+/y
const longestValue = 20_000
/** Characters that joining a literal to the next one adds. */
const joint = 3
/** Characters that count for a name which the file has not defined: one of the library's own, or nothing. */
const unknownName = 100

/**
 * Reads one definition, such as `@string{name = "a" # b # {c}}`, with the values of the names defined before it. Null
 * if the text is no definition.
 */
export function readDefinition(
  text: string,
  known: ReadonlyMap<string, StringValue>,
): { readonly name: string; readonly value: StringValue } | null {
  const scan = createScanner(text)
  const defined = scan.take(name)?.toLowerCase()
  if (defined === undefined || !scan.takes('=')) return null
  const literals: string[] = []
  let length = 0
  do {
    const found = scan.take(number) ?? scan.takeQuoted() ?? scan.take(name)?.toLowerCase()
    if (found === undefined) return null
    const value = /^[a-z_]/.test(found)
      ? (known.get(found) ?? (known.has(found) ? null : { literals: [found], length: unknownName }))
      : { literals: [found], length: found.length + joint }
    length += value?.length ?? Infinity
    if (value === null || length > longestValue) return { name: defined, value: null }
    literals.push(...value.literals)
  } while (scan.takes('#'))
  return { name: defined, value: { literals, length } }
}

/** Takes the parts of a definition one after the other, from its first brace on, as the library's own lexer would. */
export function createScanner(text: string) {
  let position = text.search(/[{(]/) + 1

  const skipSpace = (): void => {
    while (position < text.length) {
      const character = text.charAt(position)
      if (character === '%') position = endOfLine(text, position)
      else if (/\s/.test(character)) position += 1
      else return
    }
  }

  return {
    take: (pattern: RegExp): string | null => {
      skipSpace()
      pattern.lastIndex = position
      const found = pattern.exec(text)?.[0] ?? null
      position += found?.length ?? 0
      return found
    },
    takes: (character: string): boolean => {
      skipSpace()
      const isThere = text.charAt(position) === character
      if (isThere) position += 1
      return isThere
    },
    /** Takes "…" or {…}; null if there is none, or it does not end. */
    takeQuoted: (): string | null => {
      skipSpace()
      const isBraced = text.charAt(position) === '{'
      if (!isBraced && text.charAt(position) !== '"') return null
      let depth = 0
      for (let at = position + 1; at < text.length; at += 1) {
        const character = text.charAt(at)
        const next = text.charAt(at + 1)
        const isClosable = isBraced || depth > 0
        if (character === '\\' && (next === '\\' || next === '{' || (next === '}' && isClosable))) at += 1
        else if (depth === 0 && character === (isBraced ? '}' : '"')) {
          const literal = text.slice(position, at + 1)
          position = at + 1
          return literal
        } else if (character === '{') depth += 1
        else if (character === '}' && depth > 0) depth -= 1
      }
      return null
    },
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}
