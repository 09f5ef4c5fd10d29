import { createFreeIds } from '#shared/evidence/article-id.ts'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { articleProblem } from '#shared/evidence/article-problem.ts'
import { completenessOf } from '#shared/evidence/completeness.ts'
import type { EvidenceItem } from '#shared/evidence/evidence-item.ts'
import { foldText } from '#shared/evidence/folded-text.ts'
import type { ImportRecord, LeftOut } from '#shared/evidence/import-preview.ts'
import { canonicalJson } from '#shared/json/canonical-json.ts'
import type { OwnArticle } from '../../records/evidence/evidence.repository.ts'
import type { ReadRecord } from '../../records/evidence/formats/read-records.ts'

/** The articles already in the library. */
export interface KnownArticles {
  readonly shipped: (id: string) => ArticleDraft | undefined
  readonly own: (id: string) => OwnArticle | null
  readonly items: readonly Pick<EvidenceItem, 'id' | 'doi' | 'title' | 'year'>[]
}

/** Decides for each record of a file what importing it would do, given the library and the records before it. */
export function classifyRecords(records: readonly ReadRecord[], known: KnownArticles): ImportRecord[] {
  const works = new Map<string, string>()
  for (const item of known.items) for (const key of workKeys(item)) works.set(key, item.id)
  const ids = new Set(known.items.map(({ id }) => id))
  const taken = new Set<string>()
  const freeId = createFreeIds(
    (id) => taken.has(id) || ids.has(id) || known.shipped(id) !== undefined || known.own(id) !== null,
  )

  return records.map((record, index): ImportRecord => {
    const { line, label } = record
    const place = { index, line, label }
    if (record.kind === 'refused') return { outcome: 'refused', ...place, problems: record.problems }
    const same = workKeys(record.article).flatMap((key) => works.get(key) ?? [])[0]
    if (record.kind === 'reference') {
      const article = { id: freeId(record.article), ...record.article }
      if (same !== undefined)
        return { outcome: 'known', ...place, ...readable(article, record.leftOut), knownAs: same }
      taken.add(article.id)
      for (const key of workKeys(article)) works.set(key, article.id)
      return { outcome: 'new', ...place, ...readable(article, record.leftOut) }
    }
    const { article } = record
    const refuse = (code: 'duplicate-id' | 'taken-by-shipped'): ImportRecord => ({
      outcome: 'refused',
      ...place,
      problems: [articleProblem('id', code)],
    })
    if (taken.has(article.id)) return refuse('duplicate-id')
    taken.add(article.id)
    const shipped = known.shipped(article.id)
    const own = known.own(article.id)
    const there = shipped ?? own?.article
    if (there !== undefined && canonicalJson(there) === canonicalJson(article)) {
      return { outcome: 'known', ...place, ...readable(article), knownAs: article.id }
    }
    if (shipped !== undefined) return refuse('taken-by-shipped')
    return own === null
      ? { outcome: 'new', ...place, ...readable(article) }
      : { outcome: 'changes-own', ...place, ...readable(article), revision: own.revision }
  })
}

function readable(article: ArticleDraft, leftOut: readonly LeftOut[] = []) {
  const completeness = completenessOf(article)
  return { article, leftOut: [...leftOut], toComplete: completeness.isComplete ? [] : completeness.problems }
}

/** Keys that two references to the same work share: the DOI, or title and year. */
function workKeys({
  doi,
  title,
  year,
}: {
  doi?: string | null | undefined
  title: string
  year?: number | null | undefined
}): string[] {
  const words = foldText(title)
    .text.match(/[\p{L}\p{N}]+/gu)
    ?.join(' ')
  return [
    ...(doi ? [`doi ${doi.toLowerCase()}`] : []),
    ...(words !== undefined && year ? [`work ${year} ${words}`] : []),
  ]
}
