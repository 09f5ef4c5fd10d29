import type { CitationLibrary, CitationRecord } from './citation-library.ts'
import { tidyBibtex, type TidyEntry } from './tidy-bibtex.ts'

/** One entry of a BibTeX file, and what could not be read of it. */
export interface BibtexRecord extends Pick<TidyEntry, 'written' | 'unread'> {
  readonly record: CitationRecord
}

/** Reads one entry with the definitions of the abbreviations that it uses; null if it can't be read. */
export function readBibtex(text: string, strings: string, library: CitationLibrary): BibtexRecord | null {
  const { text: tidied, written, unread } = tidyBibtex(text)
  const [record, ...others] = tryToRead(strings + tidied, library)
  return record === undefined || others.length > 0 ? null : { record, written, unread }
}

function tryToRead(text: string, library: CitationLibrary): CitationRecord[] {
  try {
    return library.readBibtex(text)
  } catch {
    // Drops the library's own error message, because it could quote the file.
    return []
  }
}
