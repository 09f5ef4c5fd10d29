import type { EvidenceFilters as SearchFilters } from '#shared/evidence/evidence-item.ts'
import type { Design } from '#shared/evidence/effect.ts'
import type { TopicId } from '#shared/evidence/topics.ts'

/** What a list can be narrowed down to by what the reader did with the studies. */
export const ownMarks = ['bookmarked', 'unread', 'note', 'own', 'drafts'] as const
export type OwnMark = (typeof ownMarks)[number]

/** What is looked for; `all` and null leave a filter open. */
export interface EvidenceFilters {
  readonly query: string
  readonly topic: TopicId | 'all'
  readonly design: Design | 'all'
  /** At least this far up the order of designs. */
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

/** What the vault is asked to look for. */
export interface EvidenceSearch {
  readonly query: string
  readonly filters: SearchFilters
}

/** The question to the vault that the filters of the screen stand for; spaces around the words don't make another. */
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

/** Whether anything is narrowed down at all; spaces alone are not a search. */
export function hasFilters(filters: EvidenceFilters): boolean {
  return JSON.stringify(searchOf(filters)) !== JSON.stringify(searchOf(noFilters))
}
