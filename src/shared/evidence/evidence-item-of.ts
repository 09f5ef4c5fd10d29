import { articleSchema, type ArticleDraft } from './article.ts'
import { isShortSummary } from './completeness.ts'
import type { EvidenceItem, Origin } from './evidence-item.ts'
import { strengthOf } from './strength.ts'

/** A summary's entry in a list, without the reader's marks. */
export type UnmarkedItem = Omit<EvidenceItem, 'isBookmarked' | 'readAt' | 'hasNote'>

/** The light form of a summary. */
export function evidenceItemOf(article: ArticleDraft, origin: Origin): UnmarkedItem {
  const { design } = article
  return {
    id: article.id,
    origin,
    title: article.title,
    shortCitation: article.shortCitation ?? article.title,
    authors: article.authors,
    year: article.year ?? null,
    journal: article.journal ?? null,
    doi: article.doi ?? null,
    topics: article.topics,
    design: design ?? null,
    strength: design === undefined ? null : strengthOf({ design, sample: article.sample }),
    isComplete: isShortSummary(article) || articleSchema.safeParse(article).success,
    findings: article.effects.length,
    differences: article.discrepancies.length,
  }
}
