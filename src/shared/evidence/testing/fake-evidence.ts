import type { Article } from '../article.ts'
import type { EvidenceEntry, EvidenceItem } from '../evidence-item.ts'
import { evidenceItemOf } from '../evidence-item-of.ts'

const unmarked = { isBookmarked: false, readAt: null }

/** The list entry of an unread shipped summary, with parts replaced. */
export function exampleItem(article: Article, changes: Partial<EvidenceItem> = {}): EvidenceItem {
  return { ...evidenceItemOf(article, 'shipped'), ...unmarked, hasNote: false, ...changes }
}

/** An unread shipped summary, whole. */
export function exampleEntry(article: Article): EvidenceEntry {
  return {
    state: 'complete',
    origin: 'shipped',
    article,
    marks: unmarked,
    note: null,
    revision: 0,
    savedAt: null,
  }
}
