import { createScanner } from './bibtex-definition.ts'

/** One part of a field's value: a text as it is in the file, without what delimits it, or a number or an abbreviation. */
export interface EntryPart {
  readonly text: string
  readonly isLiteral: boolean
}

/** An entry of a BibTeX file: its type and its fields, by their names in lower case. */
export interface BibtexEntry {
  readonly type: string
  readonly fields: ReadonlyMap<string, readonly EntryPart[]>
  /** The name of the field that can't be read; what follows it is not there. */
  readonly unread: string | null
}

const key = /[^,={}"]*(?=,)/y
const fieldName = /[^\s,={}"#%()]+/y
const bare = /[^\s,={}"#%()]+/y

/**
 * Reads the fields of an entry. The key may be missing, a name may begin with a digit, and a comma may be missing
 * between two fields. If a name is given twice, the first one counts that has a value.
 */
export function readEntry(text: string): BibtexEntry {
  const type = /^\s*@\s*([A-Za-z]+)/.exec(text)?.[1]?.toLowerCase() ?? ''
  const scan = createScanner(text)
  scan.take(key)
  const fields = new Map<string, readonly EntryPart[]>()
  for (;;) {
    while (scan.takes(','));
    const name = scan.take(fieldName)?.toLowerCase()
    if (name === undefined) return { type, fields, unread: null }
    if (!scan.takes('=')) return { type, fields, unread: name }
    const parts: EntryPart[] = []
    do {
      const quoted = scan.takeQuoted()
      const found = quoted ?? scan.take(bare)
      if (found === null) return { type, fields, unread: name }
      parts.push({ text: quoted?.slice(1, -1) ?? found, isLiteral: quoted !== null })
    } while (scan.takes('#'))
    const isEmpty = parts.every((part) => part.text.trim() === '')
    if (!isEmpty && !fields.has(name)) fields.set(name, parts)
  }
}
