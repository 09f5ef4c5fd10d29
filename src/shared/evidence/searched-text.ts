import type { ArticleDraft } from './article.ts'
import type { SearchedPart } from './evidence-item.ts'
import { topicTitle } from './topics.ts'

/** One text of a summary, and the part it belongs to. */
export type SearchedText = { part: SearchedPart; text: string; effectId?: string }

/** Every searched text of a summary, including the reader's note; always in this order. */
export function searchedTextsOf(article: ArticleDraft, note: string | null): SearchedText[] {
  const { inBrief, whatWasFound, inPractice, keepInMind } = article.sections
  const body = [...inBrief, ...whatWasFound, ...inPractice, ...keepInMind, ...article.caveats]
  const citation = article.citation ?? article.authors.join(', ')
  return [
    { part: 'title', text: article.title },
    ...(citation === '' ? [] : [{ part: 'citation', text: citation } as const]),
    ...article.topics.map((topic) => ({ part: 'topic', text: topicTitle(topic) }) as const),
    ...article.effects.map(({ id, claim }) => ({ part: 'claim', text: claim, effectId: id }) as const),
    ...body.map((text) => ({ part: 'body', text }) as const),
    ...(note === null ? [] : [{ part: 'note', text: note } as const]),
  ]
}
