import type Database from 'better-sqlite3'
import { z } from 'zod'
import {
  attachedStudySchema,
  commentPlaceSchema,
  repliedCommentSchema,
  type Reply,
} from '#shared/bundles/reply.ts'
import { writtenCommentSchema, type WrittenComment } from '#shared/replies/comment.ts'
import { jsonColumn, rowOf } from '../stored-row.ts'

const columns = 'id, client_id, about, text, study, written_at'
const json = { about: jsonColumn(commentPlaceSchema), study: jsonColumn(attachedStudySchema).nullable() }
const commentRow = rowOf(writtenCommentSchema.extend(json))
const leavingRow = rowOf(repliedCommentSchema.extend(json))
const clientRow = rowOf(z.strictObject({ id: z.string(), pseudonym: z.string(), bundleId: z.string() }))

/** A supervisor's comments on received clients, and which clients a reply has named. */
export function createWrittenCommentRepository(db: Database.Database) {
  const select = {
    one: db.prepare(`SELECT ${columns} FROM review_comments WHERE id = ?`),
    ofClient: db.prepare(
      `SELECT ${columns} FROM review_comments WHERE client_id = ? ORDER BY written_at, id`,
    ),
    leaving: db.prepare(
      'SELECT id, about, text, study FROM review_comments WHERE client_id = ? ORDER BY written_at, id',
    ),
    count: db
      .prepare(
        `SELECT count(*) FROM received_clients c JOIN review_comments r ON r.client_id = c.id WHERE c.contact_id = ?`,
      )
      .pluck(),
    clients: db.prepare(
      `SELECT c.id, c.pseudonym, b.bundle_id FROM received_clients c
         JOIN received_bundles b ON b.contact_id = c.contact_id AND b.number = c.bundle_number
       WHERE c.contact_id = ? AND (EXISTS (SELECT 1 FROM review_comments r WHERE r.client_id = c.id)
         OR EXISTS (SELECT 1 FROM replied_clients r WHERE r.client_id = c.id))
       ORDER BY c.pseudonym`,
    ),
  }
  return {
    get: (id: string): WrittenComment | null => commentRow.optional().parse(select.one.get(id)) ?? null,
    /** Oldest first. */
    ofClient: (clientId: string): WrittenComment[] =>
      select.ofClient.all(clientId).map((row) => commentRow.parse(row)),
    /** How many comments there are on the clients of one therapist. */
    countOf: (contactId: string): number => z.int().parse(select.count.get(contactId)),
    put: ({ id, clientId, about, text, study, writtenAt }: WrittenComment): void => {
      db.prepare(
        `INSERT INTO review_comments (${columns}) VALUES (:id, :clientId, :about, :text, :study, :writtenAt)
         ON CONFLICT (id) DO UPDATE SET about = :about, text = :text, study = :study`,
      ).run({
        id,
        clientId,
        about: JSON.stringify(about),
        text,
        study: study && JSON.stringify(study),
        writtenAt,
      })
    },
    remove: (id: string): void => {
      db.prepare('DELETE FROM review_comments WHERE id = ?').run(id)
    },
    /**
     * What the next reply says: every comment on each client, and without comments the clients that an earlier reply has
     * named.
     */
    leaving: (contactId: string): Reply['clients'] =>
      select.clients.all(contactId).map((row) => {
        const { id, pseudonym, bundleId } = clientRow.parse(row)
        const comments = select.leaving.all(id).map((each) => leavingRow.parse(each))
        return { pseudonym, bundleId, comments }
      }),
    /** Notes that a reply has named these clients. */
    noteReplied: (contactId: string, pseudonyms: readonly string[]): void => {
      db.prepare(
        `INSERT INTO replied_clients (client_id) SELECT id FROM received_clients
           WHERE contact_id = ? AND pseudonym IN (SELECT value FROM json_each(?))
         ON CONFLICT (client_id) DO NOTHING`,
      ).run(contactId, JSON.stringify(pseudonyms))
    },
  }
}
