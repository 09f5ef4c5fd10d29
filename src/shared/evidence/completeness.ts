import { articleSchema, type Article, type ArticleDraft } from './article.ts'
import type { ArticleProblem } from './article-problem.ts'
import { articleProblemsOf } from './schema-problems.ts'

/** A complete summary, or the missing parts of a draft. */
export type Completeness =
  { isComplete: true; article: Article } | { isComplete: false; problems: ArticleProblem[] }

/** Whether a draft has all parts of the format; if not, each place that lacks one. */
export function completenessOf(draft: ArticleDraft): Completeness {
  const result = articleSchema.safeParse(draft)
  return result.success
    ? { isComplete: true, article: result.data }
    : { isComplete: false, problems: articleProblemsOf(result.error, draft) }
}
