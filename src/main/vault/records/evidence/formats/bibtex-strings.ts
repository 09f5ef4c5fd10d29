import { articleLimits } from '#shared/evidence/article-limits.ts'
import { readDefinition, type StringValue } from './bibtex-definition.ts'

/** The definitions that one entry of a file needs, as text to put before it; null if they make it too long. */
export type StringsOf = (entry: string) => string | null

/**
 * Expands the abbreviations (`@string`) of a BibTeX file once, each from those defined before it. Returns, for an
 * entry, the definitions of the names that occur in it, without any abbreviations of the file's own.
 *
 * An abbreviation can consist of others, so a few lines can stand for gigabytes. Each is refused beyond 20,000
 * characters; what an entry's names stand for counts, as often as each occurs, towards the entry's own limit; and all
 * entries of a file together stand for at most four times as much as a file may hold.
 */
export function expandStrings(definitions: readonly string[]): StringsOf {
  const values = new Map<string, StringValue>()
  for (const definition of definitions) {
    const read = readDefinition(definition, values)
    if (read !== null) values.set(read.name, read.value)
  }
  // A name that was unknown where it was used stands for nothing there, even if the file defines it later.
  const isLaterName = (literal: string): boolean => /^[a-z_]/.test(literal) && values.has(literal)
  const write = (name: string, literals: readonly string[]): string =>
    `@string{${name} = ${literals.map((literal) => (isLaterName(literal) ? '{}' : literal)).join(' # ')}}\n`
  let left = 4 * articleLimits.bytes
  return (entry) => {
    if (values.size === 0) return ''
    const used = new Map<string, readonly string[]>()
    let { length } = entry
    for (const [found] of entry.matchAll(/[A-Za-z_][\w:+-]*/g)) {
      const name = found.toLowerCase()
      const value = values.get(name)
      if (value === undefined) continue
      length += value?.length ?? Infinity
      if (value === null || length > articleLimits.reference) return null
      used.set(name, value.literals)
    }
    left -= length
    return left < 0 ? null : [...used].map(([name, literals]) => write(name, literals)).join('')
  }
}
