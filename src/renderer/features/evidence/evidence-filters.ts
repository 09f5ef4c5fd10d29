import { articleLimits } from '#shared/evidence/article-limits.ts'
import type { EvidenceFilters as SearchFilters } from '#shared/evidence/evidence-item.ts'
import type { Design } from '#shared/evidence/effect.ts'
import type { TopicId } from '#shared/evidence/topics.ts'

/** The reader's marks that can filter the list. */
export const ownMarks = ['bookmarked', 'unread', 'note', 'own', 'drafts'] as const
export type OwnMark = (typeof ownMarks)[number]

/** The filters on screen; `all` and null leave a filter open. */
export interface EvidenceFilters {
  readonly query: string
  readonly topic: TopicId | 'all'
  readonly design: Design | 'all'
  /** Only designs of at least this strength. */
  readonly leastStrength: number | null
  readonly yearFrom: number | null
  readonly yearTo: number | null
  readonly marks: readonly OwnMark[]
}

export const noFilters: EvidenceFilters = {
  query: '',
  topic: 'all',
  design: 'all',
  leastStrength: null,
  yearFrom: null,
  yearTo: null,
  marks: [],
}

/** The search as the vault takes it. */
export interface EvidenceSearch {
  readonly query: string
  readonly filters: SearchFilters
}

/** Turns the filters on screen into a search. Trims the text, so that spaces around it make no new search. */
export function searchOf(filters: EvidenceFilters): EvidenceSearch {
  const { query, topic, design, leastStrength, yearFrom, yearTo, marks } = filters
  return {
    query: query.trim(),
    filters: {
      topics: topic === 'all' ? [] : [topic],
      designs: design === 'all' ? [] : [design],
      leastStrength,
      yearFrom,
      yearTo,
      origin: marks.includes('own') ? 'own' : null,
      onlyBookmarked: marks.includes('bookmarked'),
      onlyUnread: marks.includes('unread'),
      onlyWithNote: marks.includes('note'),
      onlyDrafts: marks.includes('drafts'),
    },
  }
}

/** By how many characters the searched text is too long; 0 if it fits. */
export const charactersOver = (query: string): number =>
  Math.max(0, query.trim().length - articleLimits.query)

/** Whether any filter is set. Spaces alone are not a search. */
export function hasFilters(filters: EvidenceFilters): boolean {
  return JSON.stringify(searchOf(filters)) !== JSON.stringify(searchOf(noFilters))
}
