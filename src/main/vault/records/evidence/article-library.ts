import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Article } from '#shared/evidence/article.ts'
import { parseArticle } from './parse-article.ts'

/** The studies that come with Attune, read on first use. */
export function createArticleLibrary(folder: string) {
  const articles: Article[] = []
  let left: string[] | null = null

  const readNext = (): boolean => {
    left ??= readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .toSorted()
    const [name] = left
    if (name === undefined) return false
    articles.push(articleIn(join(folder, name)))
    left.shift()
    return left.length > 0
  }

  return {
    /** Reads one more study and returns whether others are left. For reading in idle time without long delays. */
    readNext,
    all: (): readonly Article[] => {
      while (readNext());
      return articles
    },
  }
}

function articleIn(file: string): Article {
  const parsed = parseArticle(textIn(file))
  if (!parsed.ok)
    throw new Error(`an evidence file that comes with Attune is not in its format: ${basename(file)}`)
  return parsed.article
}

function textIn(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (cause) {
    if (cause instanceof TypeError)
      throw new Error(`an evidence file that comes with Attune is not UTF-8: ${basename(file)}`, { cause })
    throw cause
  }
}

export type ArticleLibrary = ReturnType<typeof createArticleLibrary>
