import type { ArticleDraft } from './article.ts'
import { articleLimits } from './article-limits.ts'
import { foldText } from './folded-text.ts'

const fallback = 'summary'

type NamedBy = Pick<ArticleDraft, 'title' | 'authors' | 'year'>

/**
 * An unused id for a new summary: the first author's family name and the year if both are known ("elliott-2018"),
 * else the first words of the title; with a number if that id is taken.
 */
export function freeArticleId(article: NamedBy, isTaken: (id: string) => boolean): string {
  return createFreeIds(isTaken)(article)
}

/** Gives each article an unused id as `freeArticleId` does, and never the same id twice. */
export function createFreeIds(isTaken: (id: string) => boolean): (article: NamedBy) => string {
  // Thousands of references can share an author and a year. Counting each from 1 would take time in their square.
  const nextNumbers = new Map<string, number>()
  return (article) => {
    const base = baseOf(article)
    for (let number = nextNumbers.get(base) ?? 1; ; number += 1) {
      const id = number === 1 ? base : `${base}-${number}`
      if (isTaken(id)) continue
      nextNumbers.set(base, number + 1)
      return id
    }
  }
}

function baseOf({ title, authors, year }: NamedBy): string {
  const family = authors[0]?.split(',')[0]
  return slugOf(family === undefined || year === undefined ? title : `${family} ${year}`) || fallback
}

const longestBase = articleLimits.id - 10

function slugOf(text: string): string {
  const words = foldText(text).text.match(/[a-z0-9]+/g) ?? []
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > longestBase) break
    slug = longer
  }
  return slug
}
