import { AppError } from '#shared/contract/result.ts'
import type { Article } from '#shared/evidence/article.ts'
import type {
  EvidenceEntry,
  EvidenceFilters,
  EvidenceItem,
  EvidenceNote,
  EvidenceResult,
  Marks,
  TextMatch,
} from '#shared/evidence/evidence-item.ts'
import { countLibrary } from '#shared/evidence/library-counts.ts'
import { exampleEntry, exampleItem } from '#shared/evidence/testing/fake-evidence.ts'

type Search = { query: string; filters: EvidenceFilters; limit: number; offset: number }

const at = '2026-03-05T10:00:00.000Z'

/** A library in memory that searches titles, findings and notes, and stores marks and notes. */
export function fakeLibrary(articles: () => readonly Article[]) {
  const marks = new Map<string, Marks>()
  const notes = new Map<string, EvidenceNote>()
  const unmarked: Marks = { isBookmarked: false, readAt: null }

  const itemOf = (article: Article): EvidenceItem =>
    exampleItem(article, { ...(marks.get(article.id) ?? unmarked), hasNote: notes.has(article.id) })

  const entryOf = (id: string): EvidenceEntry => {
    const article = articles().find((each) => each.id === id)
    if (article === undefined) throw new AppError('not-found')
    return {
      ...exampleEntry(article),
      marks: marks.get(id) ?? unmarked,
      note: notes.get(id) ?? null,
    }
  }

  const resultOf = (article: Article, word: string): EvidenceResult | null => {
    if (word === '') return { item: itemOf(article), matches: [] }
    const texts: Omit<TextMatch, 'ranges'>[] = [
      { part: 'title', text: article.title },
      ...article.effects.map(({ id, claim }) => ({ part: 'claim' as const, text: claim, effectId: id })),
      { part: 'note', text: notes.get(article.id)?.text ?? '' },
    ]
    const matches = texts.flatMap((searched) => {
      const start = searched.text.toLowerCase().indexOf(word)
      return start === -1 ? [] : [{ ...searched, ranges: [{ start, end: start + word.length }] }]
    })
    return matches.length === 0 ? null : { item: itemOf(article), matches }
  }

  // This library reads one slip.
  const slipsOf = (query: string) => (query === 'laeving' ? [{ typed: query, read: 'leaving' }] : [])

  return {
    counts: () => countLibrary(articles().map(itemOf)),
    get: ({ id }: { id: string }) => entryOf(id),
    search: ({ query, filters, limit, offset }: Search) => {
      const found = articles()
        .map((article) => resultOf(article, query.toLowerCase()))
        .filter((result) => result !== null)
        .filter(({ item }) => passes(item, filters))
      return { total: found.length, results: found.slice(offset, offset + limit), instead: slipsOf(query) }
    },
    mark: ({
      id,
      isBookmarked,
      state,
    }: {
      id: string
      isBookmarked?: boolean | undefined
      state?: 'read' | 'unread' | undefined
    }) => {
      const before = marks.get(id) ?? unmarked
      const after = {
        isBookmarked: isBookmarked ?? before.isBookmarked,
        readAt: state === undefined ? before.readAt : state === 'read' ? at : null,
      }
      marks.set(id, after)
      return after
    },
    saveNote: ({ id, text, expectedRevision }: { id: string; text: string; expectedRevision: number }) => {
      if ((notes.get(id)?.revision ?? 0) !== expectedRevision) throw new AppError('conflict')
      if (text === '') notes.delete(id)
      else notes.set(id, { text, revision: expectedRevision + 1, savedAt: at })
      return notes.get(id) ?? null
    },
  }
}

function passes(item: EvidenceItem, filters: EvidenceFilters): boolean {
  return (
    filters.topics.every((topic) => item.topics.includes(topic)) &&
    (filters.designs.length === 0 || (item.design !== null && filters.designs.includes(item.design))) &&
    (filters.leastStrength === null || (item.strength?.order ?? 0) >= filters.leastStrength) &&
    (filters.yearFrom === null || (item.year ?? 0) >= filters.yearFrom) &&
    (!filters.onlyBookmarked || item.isBookmarked) &&
    (!filters.onlyUnread || item.readAt === null)
  )
}
