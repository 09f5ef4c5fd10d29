import { articleSchema, type Article, type ArticleDraft } from './article.ts'
import type { ArticleProblem } from './article-problem.ts'
import { articleProblemsOf } from './schema-problems.ts'

/** A complete summary, or the missing parts of a draft. */
export type Completeness =
  { isComplete: true; article: Article } | { isComplete: false; problems: ArticleProblem[] }

/**
 * Whether a draft has what a short summary of one's own needs: where the study is, and what to keep of it. Such a draft
 * is not called unfinished, though no chart or prompt can use it.
 */
export function isShortSummary({ doi, link, sections }: ArticleDraft): boolean {
  return (doi !== undefined || link !== undefined) && sections.inBrief.length > 0
}

/** Whether a draft has all parts of the format; if not, each place that lacks one. */
export function completenessOf(draft: ArticleDraft): Completeness {
  const result = articleSchema.safeParse(draft)
  return result.success
    ? { isComplete: true, article: result.data }
    : { isComplete: false, problems: articleProblemsOf(result.error, draft) }
}
