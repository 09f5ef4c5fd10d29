import type { Article } from './article.ts'
import { foldText, searchWords } from './folded-text.ts'
import { topicTitle } from './topics.ts'

/** The part of a summary that a match was found in; a higher rank counts for more. */
const rankByPart = { title: 4, citation: 4, topic: 3, claim: 2, body: 1 } as const

export type SearchedPart = keyof typeof rankByPart

/** A stretch of text, `end` excluded, in UTF-16 code units as `slice` counts them. */
export type TextRange = { start: number; end: number }

/** One text of a summary in which words were found, with where they stand in it. */
export type TextMatch = { part: SearchedPart; text: string; ranges: TextRange[]; effectId?: string }

export type SearchResult = { article: Article; score: number; matches: TextMatch[] }

type SearchedText = { part: SearchedPart; text: string; effectId?: string }

/**
 * Finds the summaries in which every word of the query begins some word, whatever its case and accents.
 *
 * Each query word counts by the best part it was found in (title and reference, then topic, then claim, then
 * body); equal scores keep the order of the library. An empty query finds everything, with nothing marked.
 */
export function searchArticles(articles: readonly Article[], query: string): SearchResult[] {
  const words = searchWords(query)
  return articles
    .flatMap((article) => searchOne(article, words) ?? [])
    .toSorted((one, other) => other.score - one.score)
}

function searchOne(article: Article, words: readonly string[]): SearchResult | null {
  const bestRank = new Map<string, number>()
  const matches: TextMatch[] = []
  for (const searched of textsOf(article)) {
    const ranges: TextRange[] = []
    for (const { word, range } of findWords(searched.text, words)) {
      ranges.push(range)
      bestRank.set(word, Math.max(bestRank.get(word) ?? 0, rankByPart[searched.part]))
    }
    if (ranges.length > 0) matches.push({ ...searched, ranges: joinOverlaps(ranges) })
  }
  if (bestRank.size < words.length) return null
  const score = [...bestRank.values()].reduce((sum, rank) => sum + rank, 0)
  return { article, score, matches }
}

function textsOf(article: Article): SearchedText[] {
  const { inBrief, whatWasFound, inPractice, keepInMind } = article.sections
  const body = [...inBrief, ...whatWasFound, ...inPractice, ...keepInMind, ...article.caveats]
  return [
    { part: 'title', text: article.title },
    { part: 'citation', text: article.citation },
    ...article.topics.map((topic) => ({ part: 'topic', text: topicTitle(topic) }) as const),
    ...article.effects.map(({ id, claim }) => ({ part: 'claim', text: claim, effectId: id }) as const),
    ...body.map((text) => ({ part: 'body', text }) as const),
  ]
}

function findWords(text: string, words: readonly string[]): { word: string; range: TextRange }[] {
  const folded = foldText(text)
  return [...folded.text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap((match) =>
    words
      .filter((word) => match[0].startsWith(word))
      .map((word) => ({
        word,
        range: {
          start: folded.originalIndex[match.index] ?? 0,
          end: folded.originalIndex[match.index + word.length] ?? text.length,
        },
      })),
  )
}

function joinOverlaps(ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = []
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = joined.at(-1)
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else joined.push({ ...range })
  }
  return joined
}
