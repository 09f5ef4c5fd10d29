import type Database from 'better-sqlite3'
import { z } from 'zod'
import { articleDraftSchema, type ArticleDraft } from '#shared/evidence/article.ts'
import { evidenceNoteSchema, type EvidenceNote, type Marks } from '#shared/evidence/evidence-item.ts'

export const evidenceQueries = {
  ownArticle: 'SELECT content, revision, saved_at FROM own_articles WHERE id = ?',
  evidenceMarks: 'SELECT is_bookmarked, read_at FROM evidence_marks WHERE article_id = ?',
  evidenceNote: 'SELECT text, revision, saved_at FROM evidence_notes WHERE article_id = ?',
} as const

const ownRowSchema = z.strictObject({ content: z.string(), revision: z.int(), saved_at: z.string() })
const marksRowSchema = z.strictObject({ is_bookmarked: z.int(), read_at: z.string().nullable() })
const noteRowSchema = z.strictObject({ text: z.string(), revision: z.int(), saved_at: z.string() })

/** A stored summary of the user's own. */
export interface OwnArticle {
  readonly article: ArticleDraft
  readonly revision: number
  readonly savedAt: string
}

/** The user's own summaries, and the reader's marks and notes on any summary. Does not update the index. */
export function createEvidenceRepository(db: Database.Database) {
  const own = db.prepare(evidenceQueries.ownArticle)
  const marks = db.prepare(evidenceQueries.evidenceMarks)
  const note = db.prepare(evidenceQueries.evidenceNote)
  return {
    own: (id: string): OwnArticle | null => {
      const found = own.get(id)
      if (found === undefined) return null
      const row = ownRowSchema.parse(found)
      return {
        article: articleDraftSchema.parse(JSON.parse(row.content)),
        revision: row.revision,
        savedAt: row.saved_at,
      }
    },
    putOwn: ({ article, revision, savedAt }: OwnArticle): void => {
      db.prepare(
        `INSERT INTO own_articles (id, content, revision, saved_at) VALUES (:id, :content, :revision, :savedAt)
         ON CONFLICT (id) DO UPDATE SET content = :content, revision = :revision, saved_at = :savedAt`,
      ).run({ id: article.id, content: JSON.stringify(article), revision, savedAt })
    },
    /** Removes a summary with its marks and its note. */
    removeOwn: (id: string): void => {
      db.prepare('DELETE FROM own_articles WHERE id = ?').run(id)
      db.prepare('DELETE FROM evidence_marks WHERE article_id = ?').run(id)
      db.prepare('DELETE FROM evidence_notes WHERE article_id = ?').run(id)
    },
    marks: (id: string): Marks => {
      const found = marks.get(id)
      if (found === undefined) return { isBookmarked: false, readAt: null }
      const row = marksRowSchema.parse(found)
      return { isBookmarked: row.is_bookmarked === 1, readAt: row.read_at }
    },
    putMarks: (id: string, { isBookmarked, readAt }: Marks): void => {
      db.prepare(
        `INSERT INTO evidence_marks (article_id, is_bookmarked, read_at) VALUES (:id, :isBookmarked, :readAt)
         ON CONFLICT (article_id) DO UPDATE SET is_bookmarked = :isBookmarked, read_at = :readAt`,
      ).run({ id, isBookmarked: Number(isBookmarked), readAt })
    },
    note: (id: string): EvidenceNote | null => {
      const found = note.get(id)
      if (found === undefined) return null
      const { saved_at: savedAt, ...row } = noteRowSchema.parse(found)
      return evidenceNoteSchema.parse({ ...row, savedAt })
    },
    putNote: (id: string, { text, revision, savedAt }: EvidenceNote): void => {
      db.prepare(
        `INSERT INTO evidence_notes (article_id, text, revision, saved_at) VALUES (:id, :text, :revision, :savedAt)
         ON CONFLICT (article_id) DO UPDATE SET text = :text, revision = :revision, saved_at = :savedAt`,
      ).run({ id, text, revision, savedAt })
    },
    removeNote: (id: string): void => {
      db.prepare('DELETE FROM evidence_notes WHERE article_id = ?').run(id)
    },
  }
}

export type EvidenceRepository = ReturnType<typeof createEvidenceRepository>
