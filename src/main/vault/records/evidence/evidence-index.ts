import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { evidenceItemOf } from '#shared/evidence/evidence-item-of.ts'
import type { Origin, SearchedPart } from '#shared/evidence/evidence-item.ts'
import { foldText } from '#shared/evidence/folded-text.ts'
import { searchedTextsOf } from '#shared/evidence/searched-text.ts'
import { textForIndex, textSeparator } from '../full-text/marked-text.ts'

/** The columns of the index, in its order. */
export const indexedParts = [
  'title',
  'citation',
  'topic',
  'claim',
  'body',
  'note',
] as const satisfies SearchedPart[]

/** Increases when the way of indexing changes, so that everything is indexed again. */
export const indexingVersion = 2

export const evidenceIndexQueries = {
  indexedRow: 'SELECT row FROM evidence_entries WHERE article_id = ?',
  shippedFingerprints: `SELECT article_id, fingerprint FROM evidence_entries WHERE origin = 'shipped'`,
  ownFingerprints: `SELECT article_id, fingerprint FROM evidence_entries WHERE origin = 'own' AND fingerprint < ?
    UNION ALL
    SELECT article_id, fingerprint FROM evidence_entries WHERE origin = 'own' AND fingerprint > ?`,
} as const

const fingerprintRows = z.array(z.strictObject({ article_id: z.string(), fingerprint: z.string() }))

/** Input of the index: a summary, its note and their origin. */
export interface IndexedArticle {
  readonly article: ArticleDraft
  readonly origin: Origin
  readonly note: string | null
  /** Changes whenever the indexed content would. */
  readonly fingerprint: string
}

/** The full-text index over summaries and notes. Code that changes them updates the index in the same transaction. */
export function createEvidenceIndex(db: Database.Database) {
  const rowOf = db.prepare(evidenceIndexQueries.indexedRow).pluck()
  const putEntry = db.prepare(
    `INSERT INTO evidence_entries
       (article_id, origin, fingerprint, sort_key, topics, design, strength_order, year, is_complete, item, effect_ids)
     VALUES
       (:id, :origin, :fingerprint, :sortKey, :topics, :design, :strength, :year, :isComplete, :item, :effectIds)`,
  )
  const putTexts = db.prepare(
    `INSERT INTO evidence_index (rowid, ${indexedParts.join(', ')})
     VALUES (:row, ${indexedParts.map((part) => `:${part}`).join(', ')})`,
  )
  const removeTexts = db.prepare('DELETE FROM evidence_index WHERE rowid = ?')
  const removeEntry = db.prepare('DELETE FROM evidence_entries WHERE row = ?')

  const remove = (id: string): void => {
    const row = rowOf.get(id)
    if (row === undefined) return
    removeTexts.run(row)
    removeEntry.run(row)
  }
  return {
    /** Adds a summary to the index, replacing any entry with the same id. */
    put: ({ article, origin, note, fingerprint }: IndexedArticle): void => {
      remove(article.id)
      const item = evidenceItemOf(article, origin)
      const { lastInsertRowid: row } = putEntry.run({
        id: article.id,
        origin,
        fingerprint,
        sortKey: foldText(item.shortCitation).text,
        // A space on each side keeps one topic from being found within another.
        topics: ` ${article.topics.join(' ')} `,
        design: item.design,
        strength: item.strength?.order ?? null,
        year: item.year,
        isComplete: Number(item.isComplete),
        item: JSON.stringify(item),
        effectIds: JSON.stringify(article.effects.map(({ id }) => id)),
      })
      const texts = searchedTextsOf(article, note)
      const ofPart = (part: SearchedPart) =>
        texts
          .filter((searched) => searched.part === part)
          .map(({ text }) => textForIndex(text))
          .join(textSeparator)
      putTexts.run({ row, ...Object.fromEntries(indexedParts.map((part) => [part, ofPart(part)])) })
    },
    remove,
    setNote: (id: string, note: string | null): void => {
      db.prepare('UPDATE evidence_index SET note = ? WHERE rowid = ?').run(
        textForIndex(note ?? ''),
        rowOf.get(id),
      )
    },
    /** Fingerprints of the indexed studies that ship, by id. */
    shippedFingerprints: (): Map<string, string> =>
      new Map(
        fingerprintRows
          .parse(db.prepare(evidenceIndexQueries.shippedFingerprints).all())
          .map(({ article_id: id, fingerprint }) => [id, fingerprint]),
      ),
    /** Ids of own summaries indexed under another fingerprint. */
    ownWithOther: (fingerprint: string): string[] =>
      fingerprintRows
        .parse(db.prepare(evidenceIndexQueries.ownFingerprints).all(fingerprint, fingerprint))
        .map(({ article_id: id }) => id),
  }
}

export type EvidenceIndex = ReturnType<typeof createEvidenceIndex>
