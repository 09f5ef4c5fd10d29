import type Database from 'better-sqlite3'
import { z } from 'zod'
import type { ArticleDraft } from '#shared/evidence/article.ts'
import { evidenceItemOf } from '#shared/evidence/evidence-item-of.ts'
import type { Origin, SearchedPart } from '#shared/evidence/evidence-item.ts'
import { foldText } from '#shared/evidence/folded-text.ts'
import { searchedTextsOf } from '#shared/evidence/searched-text.ts'

/** The columns of the index, in its order. */
export const indexedParts = [
  'title',
  'citation',
  'topic',
  'claim',
  'body',
  'note',
] as const satisfies SearchedPart[]

/** Stands between the texts of one column. No text has it within: it is folded to a space first. */
export const textSeparator = '\n'

/** Goes up when the same summary would be indexed in another way, so that everything is indexed anew. */
export const indexingVersion = 2

export const evidenceIndexQueries = {
  indexedRow: 'SELECT row FROM evidence_entries WHERE article_id = ?',
  shippedFingerprints: `SELECT article_id, fingerprint FROM evidence_entries WHERE origin = 'shipped'`,
  ownFingerprints: `SELECT article_id, fingerprint FROM evidence_entries WHERE origin = 'own' AND fingerprint < ?
    UNION ALL
    SELECT article_id, fingerprint FROM evidence_entries WHERE origin = 'own' AND fingerprint > ?`,
} as const

const fingerprintRows = z.array(z.strictObject({ article_id: z.string(), fingerprint: z.string() }))

/** What is put into the index: a summary, the note on it, and what it was made from. */
export interface IndexedArticle {
  readonly article: ArticleDraft
  readonly origin: Origin
  readonly note: string | null
  /** Differs whenever the index would. */
  readonly fingerprint: string
}

/** Parts words where the index would not; whoever reads a text of the index takes it out. */
export const wordBreak = '\u0001'

const controlCharacter = /\p{Cc}/gu
// The index's tables are older than many symbols and take those for letters, so that "🙂hope" would be one word.
const foreignToWords = /[^\p{L}\p{N}\p{M}\p{Co}\p{ASCII}\u{80}-\u{24f}]+/gu

/** A text without the characters that mark matches and part texts, and with breaks between symbols and words. */
function textForIndex(text: string): string {
  return text.replace(controlCharacter, ' ').replace(foreignToWords, `${wordBreak}$&${wordBreak}`)
}

/** The full-text index over summaries and notes, kept in step by whoever changes them, in the same transaction. */
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
    /** Puts a summary into the index, in the place of what was there under its id. */
    put: ({ article, origin, note, fingerprint }: IndexedArticle): void => {
      remove(article.id)
      const item = evidenceItemOf(article, origin)
      const { lastInsertRowid: row } = putEntry.run({
        id: article.id,
        origin,
        fingerprint,
        sortKey: foldText(item.shortCitation).text,
        // With a space on either side, so that one topic is not found within another.
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
    /** Fingerprints of the studies that ship, as they are indexed, by their ids. */
    shippedFingerprints: (): Map<string, string> =>
      new Map(
        fingerprintRows
          .parse(db.prepare(evidenceIndexQueries.shippedFingerprints).all())
          .map(({ article_id: id, fingerprint }) => [id, fingerprint]),
      ),
    /** Own summaries that were indexed under another fingerprint. */
    ownWithOther: (fingerprint: string): string[] =>
      fingerprintRows
        .parse(db.prepare(evidenceIndexQueries.ownFingerprints).all(fingerprint, fingerprint))
        .map(({ article_id: id }) => id),
  }
}

export type EvidenceIndex = ReturnType<typeof createEvidenceIndex>
