import type { ArticleDraft } from '#shared/evidence/article.ts'
import { doiSchema } from '#shared/evidence/article-text.ts'
import type { LeftOut } from '#shared/evidence/import-preview.ts'
import { quoted } from '#shared/instruments/packs/place.ts'
import { apaReference, shortCitationOf } from '#shared/evidence/reference.ts'
import type { CitationName, CitationRecord } from './citation-library.ts'

/** A draft without an id. The caller assigns ids once it knows which are taken. */
export type UnnamedDraft = Omit<ArticleDraft, 'id'>

/** The draft of a reference, and the parts that are in the file but can't be understood. */
export interface ReadReference {
  readonly article: UnnamedDraft
  readonly leftOut: readonly LeftOut[]
}

/**
 * Turns a reference into an incomplete summary; null if it has no title.
 *
 * Marks the DOI as unchecked, which is one of the remaining tasks. Omits the abstract, because those are another's
 * words and a summary needs one's own.
 */
export function referenceToDraft(
  record: CitationRecord,
  written: { readonly date?: string; readonly doi?: string },
): ReadReference | null {
  const title = plain(record.title)
  if (title === undefined) return null
  const doi = doiSchema.safeParse(record.DOI?.trim().replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, ''))
  const names = (record.author ?? []).flatMap((name) => plain(nameInApa(name)) ?? [])
  const authors = names.filter((name) => !/^(?:others|et al\.?)$/i.test(name))
  const parts = {
    title,
    authors,
    year: yearOf(record),
    journal: plain(record['container-title']),
    volume: plain(record.volume?.toString()),
    issue: plain(record.issue?.toString()),
    pages: plain(record.page)?.replaceAll(/-+/g, '–'),
    doi: doi.data,
  }
  const isAbsent = {
    // A list that ends in "and others" is incomplete.
    authors: authors.length === 0 || authors.length < names.length,
    year: parts.year === undefined,
    journal: parts.journal === undefined,
    'volume and pages': parts.volume === undefined || parts.pages === undefined,
    doi: parts.doi === undefined,
  }
  const missing = (Object.keys(isAbsent) as (keyof typeof isAbsent)[]).filter((part) => isAbsent[part])
  const article = {
    title,
    citation: apaReference(parts),
    shortCitation: shortCitationOf(parts),
    authors: parts.authors,
    ...(parts.year !== undefined && { year: parts.year }),
    ...(parts.journal !== undefined && { journal: parts.journal }),
    ...(parts.doi !== undefined && { doi: parts.doi }),
    missing,
    topics: [],
    sample: {},
    effects: [],
    discrepancies: [],
    caveats: [],
    checked: { doi: false, abstract: false },
    sections: { inBrief: [], whatWasFound: [], inPractice: [], keepInMind: [] },
  }
  const unread = {
    year: parts.year === undefined ? written.date : undefined,
    doi: parts.doi === undefined ? written.doi : undefined,
  }
  return { article, leftOut: [...leftOutOf('year', unread.year), ...leftOutOf('doi', unread.doi)] }
}

function leftOutOf(part: LeftOut['part'], text: string | undefined): LeftOut[] {
  const words = plain(text)
  return words === undefined ? [] : [{ part, text: quoted(words) }]
}

// The library writes italics and the like as HTML; any other tag-like text was in the file.
const richText = /<\/?(?:i|b|em|strong|sub|sup|sc|span)(?: [^<>]*)?>/gi
const unseen = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u{200c}\u{200d}])\p{Cf}/gu

function plain(text: string | undefined): string | undefined {
  const cleaned = text?.replace(richText, '').replace(unseen, ' ').replace(/\s+/g, ' ').trim()
  return cleaned === '' ? undefined : cleaned
}

function yearOf({ issued }: CitationRecord): number | undefined {
  const year = Number(issued?.['date-parts'][0]?.[0])
  return Number.isInteger(year) && year >= 1900 && year <= 2200 ? year : undefined
}

function nameInApa(name: CitationName): string {
  const { literal, given, suffix } = name
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family]
    .filter((part) => part !== undefined && part !== '')
    .join(' ')
  if (family === '') return literal ?? given ?? ''
  const initials = initialsOf(given ?? '')
  return [family, initials, suffix].filter((part) => part !== undefined && part !== '').join(', ')
}

/** Shortens "Helene A." to "H. A." and "Jean-Paul" to "J.-P."; adds stops to initials without them ("HA"). */
function initialsOf(given: string): string {
  const names = /^\p{Lu}{2,3}$/u.test(given)
    ? Array.from(given)
    : given.split(/\s+|\.(?!-)/).filter((name) => name !== '')
  return names
    .map((name) =>
      name
        .split('-')
        .filter((part) => part !== '')
        .map((part) => `${Array.from(part)[0] ?? ''}.`)
        .join('-'),
    )
    .join(' ')
}
