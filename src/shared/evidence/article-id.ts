import type { ArticleDraft } from './article.ts'
import { articleLimits } from './article-limits.ts'
import { foldText } from './folded-text.ts'

const fallback = 'summary'

/**
 * An unused id for a new summary: the first author's family name and the year if both are known ("elliott-2018"),
 * else the first words of the title; with a number if that id is taken.
 */
export function freeArticleId(
  article: Pick<ArticleDraft, 'title' | 'authors' | 'year'>,
  isTaken: (id: string) => boolean,
): string {
  const [first] = article.authors
  const family = first?.split(',')[0]
  const name =
    family === undefined || article.year === undefined ? article.title : `${family} ${article.year}`
  const base = slugOf(name) || fallback
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!isTaken(id)) return id
  }
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
