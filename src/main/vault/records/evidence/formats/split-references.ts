import { expandStrings } from './bibtex-strings.ts'
import type { ReferenceFormat } from './citation-library.ts'

/** The text of one reference in a file, and its first line, counted from 1. */
export interface ReferenceText {
  readonly text: string
  readonly line: number
  /** The definitions of the abbreviations that it uses, to be read before it; null if they make it too long. */
  readonly strings: string | null
}

/** Splits a file into its references, so that an unreadable one does not affect the others. */
export function splitReferences(text: string, format: ReferenceFormat): ReferenceText[] {
  return format === 'ris' ? splitRis(text) : splitBibtex(text)
}

const risStart = /^TY {2}- ?/

function splitRis(text: string): ReferenceText[] {
  const records: { lines: string[]; line: number }[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (risStart.test(line)) records.push({ lines: [], line: index + 1 })
    // Inside a value, the library would read this mark as another tag.
    records
      .at(-1)
      ?.lines.push(
        line.replace(
          /^([A-Z][A-Z0-9] {2}-)(.*)$/,
          (_, tag: string, value: string) => tag + value.replaceAll('  -', ' -'),
        ),
      )
  }
  return records.map(({ lines, line }) => ({ text: lines.join('\n'), line, strings: '' }))
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
