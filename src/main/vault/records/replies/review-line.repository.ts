import type Database from 'better-sqlite3'
import { z } from 'zod'
import { pseudonymSchema } from '#shared/bundles/pseudonym.ts'
import { reviewLineSchema, type ReviewLine } from '#shared/replies/comment.ts'
import { flagColumn, rowOf } from '../stored-row.ts'

const columns = 'id, client_id, line, is_done, created_at'
const stored = reviewLineSchema.extend({ isDone: flagColumn })
const lineRow = rowOf(stored)
const waitingRow = rowOf(stored.extend({ contactId: z.uuid(), pseudonym: pseudonymSchema }))

/** What a supervisor wants to talk about, by received client. */
export function createReviewLineRepository(db: Database.Database) {
  const select = {
    one: db.prepare(`SELECT ${columns} FROM review_lines WHERE id = ?`),
    ofClient: db.prepare(`SELECT ${columns} FROM review_lines WHERE client_id = ? ORDER BY created_at, id`),
    waiting: db.prepare(
      `SELECT l.id, l.client_id, l.line, l.is_done, l.created_at, c.contact_id, c.pseudonym
       FROM review_lines l JOIN received_clients c ON c.id = l.client_id
       WHERE l.is_done = 0 ORDER BY l.created_at, l.id`,
    ),
  }
  return {
    get: (id: string): ReviewLine | null => lineRow.optional().parse(select.one.get(id)) ?? null,
    /** Oldest first. */
    ofClient: (clientId: string): ReviewLine[] =>
      select.ofClient.all(clientId).map((row) => lineRow.parse(row)),
    /** Those of every client that are not done, oldest first. */
    waiting: () => select.waiting.all().map((row) => waitingRow.parse(row)),
    insert: ({ id, clientId, line, isDone, createdAt }: ReviewLine): void => {
      db.prepare(
        `INSERT INTO review_lines (${columns}) VALUES (:id, :clientId, :line, :isDone, :createdAt)`,
      ).run({ id, clientId, line, isDone: Number(isDone), createdAt })
    },
    setDone: (id: string, isDone: boolean): void => {
      db.prepare('UPDATE review_lines SET is_done = ? WHERE id = ?').run(Number(isDone), id)
    },
    remove: (id: string): void => {
      db.prepare('DELETE FROM review_lines WHERE id = ?').run(id)
    },
  }
}
