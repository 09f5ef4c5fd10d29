import { readEntry, type BibtexEntry, type EntryPart } from './bibtex-entry.ts'
import { spellAccents } from './tex-accents.ts'
import { tidyAuthors } from './tidy-authors.ts'
import { escapeTex } from './tex-escape.ts'
import { texToPlain } from './tex-text.ts'
import { yearIn } from './year-in.ts'

/** An entry with only what Attune keeps of it, in a spelling that the library reads. */
export interface TidyEntry {
  readonly text: string
  /** The date and the DOI as they are in the file. */
  readonly written: { readonly date?: string; readonly doi?: string }
  /** The field that can't be read, with all that follows it. */
  readonly unread: string | null
}

const plainFields: Readonly<Record<string, readonly string[]>> = {
  title: ['title', 'booktitle', 'maintitle'],
  journal: ['journal', 'journaltitle', 'booktitle', 'fjournal', 'shortjournal'],
  volume: ['volume'],
  pages: ['pages'],
}

/**
 * Writes an entry again with the fields that Attune keeps, each under the name that BibTeX has for it. So a key, a
 * field or a year that the library refuses spoils nothing else.
 */
export function tidyBibtex(text: string): TidyEntry {
  const entry = readEntry(spellAccents(text))
  const lines: string[] = []
  const write = (name: string, value: string | undefined): void => {
    if (value !== undefined) lines.push(`${name} = ${value}`)
  }
  const [titleName] = namesIn(entry, plainFields['title'])
  for (const [name, others] of Object.entries(plainFields)) {
    const [found] = namesIn(entry, others).filter((other) => name === 'title' || other !== titleName)
    write(name, found === undefined ? undefined : valueOf(entry.fields.get(found), plainValue))
  }
  const authors = entry.fields.get('author') ?? entry.fields.get('authors')
  write('author', valueOf(authors, tidyAuthors))
  const [issue] = namesIn(
    entry,
    ['article', 'periodical'].includes(entry.type) ? ['number', 'issue'] : ['issue'],
  )
  write('number', issue === undefined ? undefined : valueOf(entry.fields.get(issue), plainValue))
  const dates = ['year', 'date', 'issue_date'].flatMap((name) => entry.fields.get(name) ?? [])
  const date = dates.map((part) => part.text).join(' ')
  const year = yearIn(date)
  const abbreviated = dates.find((part) => !part.isLiteral && /^[a-z]/i.test(part.text))
  write('year', year === undefined ? abbreviated?.text : `{${year}}`)
  const [doi] = entry.fields.get('doi') ?? []
  write('doi', doi === undefined ? undefined : doi.isLiteral ? `{${doiText(doi.text)}}` : doi.text)
  return {
    text: `@article{key, ${lines.join(', ')}}`,
    written: { ...(date !== '' && { date }), ...(doi !== undefined && { doi: doi.text }) },
    unread: entry.unread,
  }
}

function namesIn(entry: BibtexEntry, names: readonly string[] = []): string[] {
  return names.filter((name) => entry.fields.has(name))
}

function valueOf(
  parts: readonly EntryPart[] | undefined,
  change: (text: string) => string,
): string | undefined {
  return parts?.map(({ text, isLiteral }) => (isLiteral ? `{${change(text)}}` : text)).join(' # ')
}

/** Longer than any text of a draft may be: what is cut here is refused later, and costs the library no time. */
const longestValue = 10_000
const plainValue = (text: string): string => escapeTex(texToPlain(text).slice(0, longestValue))

/** A DOI without what TeX needs before its signs. */
function doiText(text: string): string {
  return text.replace(/[{}\\]/g, '').trim()
}
