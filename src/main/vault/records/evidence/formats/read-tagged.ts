import type { CitationName, CitationRecord } from './citation-library.ts'
import { yearIn } from './year-in.ts'
import { taggedFields, type TaggedFormat } from './tagged-fields.ts'

/** The tags of each part of a reference, the preferred ones first. */
const tags = {
  ris: {
    title: ['TI', 'T1', 'CT', 'BT', 'ST'],
    authors: ['AU', 'A1'],
    date: ['PY', 'Y1', 'DA', 'Y2'],
    journal: ['T2', 'JF', 'JO', 'JA', 'J2', 'J1', 'BT'],
    volume: ['VL'],
    issue: ['IS'],
    pages: ['SP'],
    lastPage: ['EP'],
    doi: ['DO'],
    // Some programs write the DOI among the addresses and notes.
    other: ['UR', 'L2', 'M3', 'L3', 'N1'],
  },
  nbib: {
    title: ['TI', 'BTI'],
    authors: ['FAU', 'AU', 'CN'],
    date: ['DP', 'DEP', 'DA'],
    journal: ['JT', 'TA'],
    volume: ['VI'],
    issue: ['IP'],
    pages: ['PG'],
    lastPage: [],
    doi: [],
    other: ['LID', 'AID', 'SO'],
  },
  enw: {
    title: ['T'],
    authors: ['A'],
    date: ['D', '8'],
    journal: ['J', 'B'],
    volume: ['V'],
    issue: ['N'],
    pages: ['P'],
    lastPage: [],
    doi: ['R'],
    other: ['U'],
  },
} as const satisfies Record<TaggedFormat, Record<string, readonly string[]>>

/** One record, and its date and DOI as they are in the file. */
export interface TaggedRecord {
  readonly record: CitationRecord
  readonly written: { readonly date?: string; readonly doi?: string }
}

/** Reads one record. A part that can't be understood is left out; the record's other parts stay. */
export function readTagged(text: string, format: TaggedFormat): TaggedRecord {
  const byTag = Map.groupBy(taggedFields(text, format), ({ tag }) => tag)
  const withTag = (tag: string): string[] =>
    (byTag.get(tag) ?? []).flatMap(({ value }) => (value === '' ? [] : [value]))
  const valuesOf = (part: keyof (typeof tags)[TaggedFormat]): string[] => tags[format][part].flatMap(withTag)
  const [title] = valuesOf('title')
  const dates = valuesOf('date')
  const year = dates.flatMap((date) => yearIn(date) ?? [])[0]
  const page = pagesOf(valuesOf('pages')[0], valuesOf('lastPage')[0])
  const journal = valuesOf('journal').find((name) => name !== title)
  const [volume] = valuesOf('volume')
  const [issue] = valuesOf('issue')
  const [writtenDoi] = valuesOf('doi')
  const doi = valuesOf('doi').flatMap(doiIn)[0] ?? valuesOf('other').flatMap(markedDoiIn)[0]
  const record = {
    ...(title !== undefined && { title: format === 'nbib' ? title.replace(/(?<!\.)\.$/, '') : title }),
    author: authorsOf(tags[format].authors.map(withTag), format),
    ...(year !== undefined && { issued: { 'date-parts': [[Number(year)]] } }),
    ...(journal !== undefined && { 'container-title': journal }),
    ...(volume !== undefined && { volume }),
    ...(issue !== undefined && { issue }),
    ...(page !== undefined && { page }),
    ...(doi !== undefined && { DOI: doi }),
  }
  const date = dates.join(' ')
  return {
    record,
    written: { ...(date !== '' && { date }), ...(writtenDoi !== undefined && { doi: writtenDoi }) },
  }
}

function pagesOf(first: string | undefined, last: string | undefined): string | undefined {
  // Some programs write both pages into one of the two values.
  const whole = [first, last].find((value) => value !== undefined && /\w-+\w/.test(value))
  if (whole !== undefined) return whole
  return first === undefined || last === undefined || first === last ? (first ?? last) : `${first}-${last}`
}

function doiIn(text: string): string[] {
  const bare = text.replace(/^.*?doi\.org\//i, '').replace(/^doi:?\s*/i, '')
  return /^10\.\d{4,9}\/\S+/.exec(bare)?.map((doi) => doi.replace(/[.,;]+$/, '')) ?? []
}

/** The DOI in a value that can hold anything: after its address or its name, alone, or named as PubMed does. */
function markedDoiIn(text: string): string[] {
  const short = text.slice(0, 2_000)
  const marked =
    /(?:doi\.org\/|doi:\s?)(10\.\d{4,9}\/\S+)/i.exec(short)?.[1] ??
    /^(10\.\d{4,9}\/\S+)(?: \[doi\])?$/.exec(short)?.[1]
  return marked === undefined ? [] : doiIn(marked)
}

function authorsOf(names: readonly (readonly string[])[], format: TaggedFormat): CitationName[] {
  // PubMed has each name in full and again in short, and organisations apart.
  const [full = [], short = [], organisations = []] = names
  const people =
    format === 'nbib'
      ? full.length > 0
        ? full
        : short
      : [...full, ...short]
          .flatMap((names) => names.split(';').map((name) => name.trim()))
          .filter((name) => name !== '')
  return [...people.map((name) => nameOf(name, format)), ...organisations.map((name) => ({ literal: name }))]
}

function nameOf(text: string, format: TaggedFormat): CitationName {
  const [family = '', given, ...suffix] = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (given !== undefined) {
    // PubMed writes "Mueller, Max Jr", others "Mueller, Max, Jr".
    const [, names, last] = /^(.*\S) (Jr|Sr|2nd|3rd|II|III|IV)\.?$/.exec(given) ?? []
    const suffixes = last === undefined ? suffix : [last, ...suffix]
    return { family, given: names ?? given, ...(suffixes.length > 0 && { suffix: suffixes.join(', ') }) }
  }
  // Embase writes "Fanning E.", and PubMed "Long V".
  const initials = (format === 'nbib' ? /^(.*\S) (\p{Lu}{1,3})$/u : /^(.*\S) ((?:\p{Lu}\.-?){1,4})$/u).exec(
    family,
  )
  return initials?.[1] === undefined || initials[2] === undefined
    ? { literal: family }
    : { family: initials[1], given: initials[2] }
}
