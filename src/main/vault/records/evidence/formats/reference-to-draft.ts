import type { ArticleDraft } from '#shared/evidence/article.ts'
import { doiSchema } from '#shared/evidence/article-text.ts'
import { apaReference, shortCitationOf } from '#shared/evidence/reference.ts'
import type { CitationName, CitationRecord } from './citation-library.ts'

/** A draft that isn't named yet: ids are given when it is known which are taken. */
export type UnnamedDraft = Omit<ArticleDraft, 'id'>

/**
 * What a reference tells of a study, as a summary to be completed; null where it has no title.
 *
 * The DOI is kept as one that nobody checked, which is one of the things left to do. An abstract is left out: those
 * are another's words, and a summary is told in one's own.
 */
export function referenceToDraft(record: CitationRecord): UnnamedDraft | null {
  const title = plain(record.title)
  if (title === undefined) return null
  const doi = doiSchema.safeParse(record.DOI?.trim().replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, ''))
  const parts = {
    title,
    authors: (record.author ?? []).flatMap((name) => plain(nameInApa(name)) ?? []),
    year: yearOf(record),
    journal: plain(record['container-title']),
    volume: plain(record.volume?.toString()),
    issue: plain(record.issue?.toString()),
    pages: plain(record.page)?.replaceAll(/-+/g, '–'),
    doi: doi.data,
  }
  const isAbsent = {
    authors: parts.authors.length === 0,
    year: parts.year === undefined,
    journal: parts.journal === undefined,
    'volume and pages': parts.volume === undefined || parts.pages === undefined,
    doi: parts.doi === undefined,
  }
  const missing = (Object.keys(isAbsent) as (keyof typeof isAbsent)[]).filter((part) => isAbsent[part])
  return {
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
}

// The library writes italics and the like as HTML; everything else that looks like it was in the file.
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

/** "Helene A." as "H. A.", "Jean-Paul" as "J.-P."; initials written without stops ("HA") get theirs. */
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
