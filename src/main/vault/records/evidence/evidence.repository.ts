import type Database from 'better-sqlite3'
import { z } from 'zod'
import { articleDraftSchema } from '#shared/evidence/article.ts'
import {
  evidenceNoteSchema,
  marksSchema,
  type EvidenceNote,
  type Marks,
} from '#shared/evidence/evidence-item.ts'
import { flagColumn, jsonColumn, rowOf } from '../stored-row.ts'

export const evidenceQueries = {
  ownArticle: 'SELECT content AS article, revision, saved_at FROM own_articles WHERE id = ?',
  evidenceMarks: 'SELECT is_bookmarked, read_at FROM evidence_marks WHERE article_id = ?',
  evidenceNote: 'SELECT text, revision, saved_at FROM evidence_notes WHERE article_id = ?',
} as const

const { revision, savedAt } = evidenceNoteSchema.shape
const ownRowSchema = rowOf(z.strictObject({ article: jsonColumn(articleDraftSchema), revision, savedAt }))
const marksRowSchema = rowOf(marksSchema.extend({ isBookmarked: flagColumn }))
const noteRowSchema = rowOf(evidenceNoteSchema)

/** A stored summary of the user's own. */
export type OwnArticle = Readonly<z.output<typeof ownRowSchema>>

/** The user's own summaries, and the reader's marks and notes on any summary. Does not update the index. */
export function createEvidenceRepository(db: Database.Database) {
  const own = db.prepare(evidenceQueries.ownArticle)
  const marks = db.prepare(evidenceQueries.evidenceMarks)
  const note = db.prepare(evidenceQueries.evidenceNote)
  return {
    own: (id: string): OwnArticle | null => ownRowSchema.optional().parse(own.get(id)) ?? null,
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
    marks: (id: string): Marks =>
      marksRowSchema.optional().parse(marks.get(id)) ?? { isBookmarked: false, readAt: null },
    putMarks: (id: string, { isBookmarked, readAt }: Marks): void => {
      db.prepare(
        `INSERT INTO evidence_marks (article_id, is_bookmarked, read_at) VALUES (:id, :isBookmarked, :readAt)
         ON CONFLICT (article_id) DO UPDATE SET is_bookmarked = :isBookmarked, read_at = :readAt`,
      ).run({ id, isBookmarked: Number(isBookmarked), readAt })
    },
    note: (id: string): EvidenceNote | null => noteRowSchema.optional().parse(note.get(id)) ?? null,
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
