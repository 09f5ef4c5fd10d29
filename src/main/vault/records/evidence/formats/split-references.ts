import type { ImportFormat } from '#shared/evidence/import-preview.ts'
import { expandStrings } from './bibtex-strings.ts'
import { splitTagged } from './tagged-fields.ts'

/** The formats that references come in. */
export type ReferenceFormat = Exclude<ImportFormat, 'markdown'>

/** The text of one reference in a file, and its first line, counted from 1. */
export interface ReferenceText {
  readonly text: string
  readonly line: number
  /** The definitions of the abbreviations that it uses, to be read before it; null if they make it too long. */
  readonly strings: string | null
}

/** Splits a file into its references, so that an unreadable one does not affect the others. */
export function splitReferences(text: string, format: ReferenceFormat): ReferenceText[] {
  return format === 'bibtex'
    ? splitBibtex(text)
    : splitTagged(text, format).map((record) => ({ ...record, strings: '' }))
}

const bibtexStart = /^[^\S\n]*@[^\S\n]*([A-Za-z]+)\s*[{(]/gm

function splitBibtex(text: string): ReferenceText[] {
  const starts = [...text.matchAll(bibtexStart)]
  const entries = starts.map((match, index) => ({
    kind: (match[1] ?? '').toLowerCase(),
    text: text.slice(match.index, starts[index + 1]?.index).trim(),
    index: match.index,
  }))
  // Abbreviations that references use ("jcp") are defined once for the whole file.
  const stringsOf = expandStrings(entries.filter(({ kind }) => kind === 'string').map((entry) => entry.text))
  let line = 1
  let counted = 0
  return entries.flatMap((entry) => {
    line += text.slice(counted, entry.index).split('\n').length - 1
    counted = entry.index
    if (['string', 'comment', 'preamble'].includes(entry.kind)) return []
    return [{ text: entry.text, line, strings: stringsOf(entry.text) }]
  })
}
