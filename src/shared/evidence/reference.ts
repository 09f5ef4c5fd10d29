import type { ArticleDraft } from './article.ts'

/** The known parts of the reference to a published work. */
export interface Reference {
  /** "Elliott, R.", or the name of an organisation. */
  readonly authors: readonly string[]
  readonly year?: number | undefined
  readonly title: string
  readonly journal?: string | undefined
  readonly volume?: string | undefined
  readonly issue?: string | undefined
  /** "399–410", or the number of an article. */
  readonly pages?: string | undefined
  readonly doi?: string | undefined
}

const mostAuthors = 20

/**
 * A reference in APA style (7th edition), as plain text: "Elliott, R., & Other, B. (2018). Title. Journal, 55(4),
 * 399–410. https://doi.org/…". Unknown parts are left out; an unknown year is "n.d.".
 */
export function apaReference(reference: Reference): string {
  const { authors, year, title, journal, volume, issue, pages, doi } = reference
  const when = `(${year ?? 'n.d.'}).`
  const inVolume =
    volume === undefined ? issue && `(${issue})` : `${volume}${issue === undefined ? '' : `(${issue})`}`
  const where = [journal, inVolume, pages].filter((part) => part !== undefined && part !== '').join(', ')
  return [
    ...(authors.length === 0
      ? [closed(title), when]
      : [`${closed(authorsInApa(authors))} ${when}`, closed(title)]),
    ...(where === '' ? [] : [closed(where)]),
    ...(doi === undefined ? [] : [`https://doi.org/${doi}`]),
  ].join(' ')
}

function closed(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`
}

function authorsInApa(authors: readonly string[]): string {
  const last = authors.at(-1) ?? ''
  if (authors.length > mostAuthors) return `${authors.slice(0, mostAuthors - 1).join(', ')}, . . . ${last}`
  return authors.length === 1 ? last : `${authors.slice(0, -1).join(', ')}, & ${last}`
}

/** A few words that name a work: "Elliott, 2018", "Elliott and Other, 2018", "Elliott and others, 2018". */
export function shortCitationOf({
  authors,
  year,
  title,
}: Pick<Reference, 'authors' | 'year' | 'title'>): string {
  const [first, second, third] = authors.map((author) => author.split(',')[0] ?? author)
  const who =
    first === undefined
      ? title
      : second === undefined
        ? first
        : `${first} and ${third === undefined ? second : 'others'}`
  return year === undefined ? who : `${who}, ${year}`
}

/**
 * The parts of a summary's reference. Reads volume, issue and pages from its citation, after the journal's name;
 * leaves them out if they don't follow it as APA prescribes.
 */
export function referenceOf(article: ArticleDraft): Reference {
  const { authors, year, title, journal, doi, citation } = article
  const after = journal === undefined ? [] : (citation?.split(`. ${journal}, `).slice(1) ?? [])
  const [, volume, issue, pages] = /^(\d+)(?:\(([^)]+)\))?(?:, ([^.,]+))?\./.exec(after.at(-1) ?? '') ?? []
  return { authors, year, title, journal, volume, issue, pages, doi }
}

/** The reference of a summary as APA text: its citation, or one built from its parts if it has none yet. */
export function citationOf(article: ArticleDraft): string {
  return article.citation ?? apaReference(referenceOf(article))
}
