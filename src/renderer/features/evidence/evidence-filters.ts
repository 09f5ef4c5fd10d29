import type { Article } from '#shared/evidence/article.ts'
import { designSchema, type Design } from '#shared/evidence/effect.ts'
import { searchArticles, type SearchResult } from '#shared/evidence/search.ts'
import { topics, type TopicId } from '#shared/evidence/topics.ts'

/** What is looked for; `all` leaves a filter open. */
export interface EvidenceFilters {
  readonly query: string
  readonly topic: TopicId | 'all'
  readonly design: Design | 'all'
}

export const noFilters: EvidenceFilters = { query: '', topic: 'all', design: 'all' }

/** Whether anything is narrowed down at all; spaces alone are not a search. */
export function hasFilters({ query, topic, design }: EvidenceFilters): boolean {
  return query.trim() !== '' || topic !== 'all' || design !== 'all'
}

/** The summaries that pass all three: the words, the topic and the design of the study. */
export function filterArticles(articles: readonly Article[], filters: EvidenceFilters): SearchResult[] {
  const { query, topic, design } = filters
  const passing = articles.filter(
    (article) =>
      (topic === 'all' || article.topics.includes(topic)) && (design === 'all' || article.design === design),
  )
  return searchArticles(passing, query)
}

/** The topics that have summaries, in the order of the 36, each with how many. */
export function topicsWithArticles(
  articles: readonly Article[],
): { id: TopicId; title: string; count: number }[] {
  return topics
    .map(({ id, title }) => ({
      id,
      title,
      count: articles.filter((article) => article.topics.includes(id)).length,
    }))
    .filter(({ count }) => count > 0)
}

/** The designs that have summaries, pooled studies first, each with how many. */
export function designsWithArticles(articles: readonly Article[]): { id: Design; count: number }[] {
  return designSchema.options
    .map((id) => ({ id, count: articles.filter((article) => article.design === id).length }))
    .filter(({ count }) => count > 0)
}
