import type { Article } from '../../evidence/article.ts'
import { exampleArticle } from '../../evidence/testing/example-article.ts'
import type { EvidenceReference } from '../rule.ts'

/** A library in which every finding of these rules exists, each with the same strength. */
export function libraryFor(tested: readonly { restsOn: readonly EvidenceReference[] }[]): Article[] {
  const references = tested.flatMap(({ restsOn }) => restsOn)
  return [...new Set(references.map(({ articleId }) => articleId))].map((id) =>
    exampleArticle({
      id,
      effects: [
        ...new Set(references.filter(({ articleId }) => articleId === id).map(({ effectId }) => effectId)),
      ].map((effectId) => ({
        id: effectId,
        claim: 'A finding.',
        statistic: 'direction',
        reportedIn: 'summary',
      })),
    }),
  )
}
