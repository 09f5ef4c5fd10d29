import type { ArticleDraft } from '#shared/evidence/article.ts'
import { referenceOf } from '#shared/evidence/reference.ts'
import type { CitationLibrary, CitationName, CitationToWrite } from './citation-library.ts'
import { escapeTex } from './tex-escape.ts'

/** Writes references as RIS, one value a line, as reference managers read it. */
export function writeRis(articles: readonly ArticleDraft[], library: CitationLibrary): string {
  return library
    .risTags(articles.map((article) => citationOf(article)))
    .map(({ TY: type, SP: pages, ID: _key, DA: _date, ...tags }) => {
      const [first, last] = String(pages ?? '').split('-')
      const lines = Object.entries({ ...tags, ...(first && { SP: first }), ...(last && { EP: last }) })
      return [
        `TY  - ${String(type)}`,
        ...lines.flatMap(([tag, values]) => [values].flat().map((value) => `${tag}  - ${value}`)),
        'ER  - ',
      ].join('\n')
    })
    .map((record) => `${record}\n`)
    .join('\n')
}

/** Writes references as BibTeX in UTF-8, with a summary's id as the key. */
export function writeBibtex(articles: readonly ArticleDraft[], library: CitationLibrary): string {
  // A DOI is written without escaping, so it can't contain the characters that delimit a value.
  const isWritable = (doi: string) => !/[\\{}]/.test(doi)
  const records = articles.map((article) => citationOf(article, escapeTex, isWritable))
  return `${library.writeBibtex(records).trim()}\n`
}

function citationOf(
  article: ArticleDraft,
  adapt = (text: string) => text,
  isWritable = (_doi: string) => true,
): CitationToWrite {
  const { authors, year, title, journal, volume, issue, pages, doi } = referenceOf(article)
  return {
    id: article.id,
    type: journal === undefined ? 'document' : 'article-journal',
    title: adapt(title),
    author: authors.map((author) => nameOf(adapt(author))),
    ...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
    ...(journal !== undefined && { 'container-title': adapt(journal) }),
    ...(volume !== undefined && { volume }),
    ...(issue !== undefined && { issue }),
    ...(pages !== undefined && { page: pages.replaceAll('–', '-') }),
    ...(doi !== undefined && isWritable(doi) && { DOI: doi }),
  }
}

function nameOf(author: string): CitationName {
  const [family = author, ...given] = author.split(', ')
  return given.length === 0 ? { family: author } : { family, given: given.join(', ') }
}
