import type Database from 'better-sqlite3'
import { z } from 'zod'
import { storedFormDraftSchema, type FormDraftKey, type StoredFormDraft } from '#shared/records/form-draft.ts'
import { rowOf } from './stored-row.ts'

const rowSchema = rowOf(storedFormDraftSchema)

/** What forms hold that is not saved yet, by form and subject. */
export function createFormDraftRepository(db: Database.Database) {
  const countOfClient = db.prepare('SELECT count(*) FROM form_drafts WHERE client_id = ?').pluck()
  return {
    get: ({ form, subject }: FormDraftKey): StoredFormDraft | null => {
      const row = db
        .prepare(
          'SELECT form, subject, client_id, content, updated_at FROM form_drafts WHERE form = ? AND subject = ?',
        )
        .get(form, subject)
      return rowSchema.optional().parse(row) ?? null
    },
    /** The drafts of one form, whatever they are about. */
    listOf: (form: FormDraftKey['form']): StoredFormDraft[] =>
      db
        .prepare('SELECT form, subject, client_id, content, updated_at FROM form_drafts WHERE form = ?')
        .all(form)
        .map((row) => rowSchema.parse(row)),
    countOfClient: (clientId: string): number => z.int().parse(countOfClient.get(clientId)),
    put: (draft: StoredFormDraft): void => {
      db.prepare(
        `INSERT INTO form_drafts (form, subject, client_id, content, updated_at)
         VALUES (:form, :subject, :clientId, :content, :updatedAt)
         ON CONFLICT (form, subject) DO UPDATE SET
           client_id = :clientId, content = :content, updated_at = :updatedAt`,
      ).run(draft)
    },
    discard: ({ form, subject }: FormDraftKey): void => {
      db.prepare('DELETE FROM form_drafts WHERE form = ? AND subject = ?').run(form, subject)
    },
    /** Removes the drafts of one form whose subjects consist of these words, a space and something more. */
    discardAllOf: (form: FormDraftKey['form'], words: string): void => {
      // The exclamation mark is the character after the space.
      db.prepare('DELETE FROM form_drafts WHERE form = ? AND subject > ? AND subject < ?').run(
        form,
        `${words} `,
        `${words}!`,
      )
    },
  }
}

export type FormDraftRepository = ReturnType<typeof createFormDraftRepository>
