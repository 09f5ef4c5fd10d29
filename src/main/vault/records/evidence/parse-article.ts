import { articleProblem, type ArticleProblem } from '#shared/evidence/article-problem.ts'
import type { Article } from '#shared/evidence/article.ts'
import { completenessOf } from '#shared/evidence/completeness.ts'
import { checkFileText } from './formats/file-text.ts'
import { readSummary } from './formats/read-summary.ts'
import { splitSummaries } from './formats/split-summaries.ts'

export type ParsedArticle = { ok: true; article: Article } | { ok: false; problems: ArticleProblem[] }

/** Reads a file with one complete summary, like those that ship. Never throws; returns every problem. */
export function parseArticle(raw: string): ParsedArticle {
  const file = checkFileText(raw)
  if (!file.ok) return { ok: false, problems: [file.problem] }
  const summaries = splitSummaries(file.text)
  const [only] = summaries ?? []
  if (only === undefined || summaries?.length !== 1) {
    return { ok: false, problems: [articleProblem('', 'no-front-matter')] }
  }
  const summary = readSummary(only)
  if (!summary.ok) return { ok: false, problems: summary.problems }
  const completeness = completenessOf(summary.article)
  return completeness.isComplete
    ? { ok: true, article: completeness.article }
    : { ok: false, problems: completeness.problems }
}
