import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Article } from '#shared/evidence/article.ts'
import { parseArticle } from './parse-article.ts'

/** The studies that come with Attune, read when they are first asked for. */
export function createArticleLibrary(folder: string) {
  let articles: readonly Article[] | null = null
  return {
    all: (): readonly Article[] => {
      articles ??= readdirSync(folder)
        .filter((name) => name.endsWith('.md'))
        .toSorted()
        .map((name) => articleIn(join(folder, name)))
      return articles
    },
  }
}

function articleIn(file: string): Article {
  const parsed = parseArticle(readFileSync(file, 'utf8'))
  if (!parsed.ok)
    throw new Error(`an evidence file that comes with Attune is not in its format: ${basename(file)}`)
  return parsed.article
}

export type ArticleLibrary = ReturnType<typeof createArticleLibrary>
