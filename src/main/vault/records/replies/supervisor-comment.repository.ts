import type Database from 'better-sqlite3'
import { z } from 'zod'
import { attachedStudySchema, commentPlaceSchema, type Reply } from '#shared/bundles/reply.ts'
import { clientIdSchema, type ClientId } from '#shared/records/ids.ts'
import { receivedCommentSchema, type ReceivedComment, type skippedReasons } from '#shared/replies/comment.ts'
import { jsonColumn, rowOf } from '../stored-row.ts'
import type { BundleStanding } from '../contacts/received-bundle.repository.ts'

const columns = 'id, contact_id, contact_name, client_id, about, text, study, came_at, read_at'
const listed = `SELECT s.id, s.contact_id, s.contact_name, s.client_id, s.about, s.text, s.study, s.came_at,
  s.read_at, c.code AS client_code FROM supervisor_comments s JOIN clients c ON c.id = s.client_id`
const stored = receivedCommentSchema.extend({
  about: jsonColumn(commentPlaceSchema),
  study: jsonColumn(attachedStudySchema).nullable(),
})
const commentRow = rowOf(stored)
const listedRow = rowOf(stored.extend({ clientCode: z.string() }))

const dayMilliseconds = 24 * 60 * 60 * 1000

type Came = Pick<Reply, 'replyId' | 'number' | 'madeAt'>

/** Comments of supervisors on the vault's own clients, and which replies have brought them. */
export function createSupervisorCommentRepository(db: Database.Database) {
  const select = {
    ofClient: db.prepare(
      `SELECT ${columns} FROM supervisor_comments WHERE client_id = ? ORDER BY came_at, id`,
    ),
    since: db.prepare(`${listed} WHERE s.came_at > ? AND s.read_at IS NOT NULL ORDER BY s.came_at, s.id`),
    unread: db.prepare(`${listed} WHERE s.read_at IS NULL ORDER BY s.came_at, s.id`),
    lastMeeting: db
      .prepare(
        'SELECT saved_at FROM supervision_meetings ORDER BY held_on DESC, saved_at DESC, id DESC LIMIT 1',
      )
      .pluck(),
    client: db
      .prepare('SELECT client_id FROM client_pseudonyms WHERE pseudonym = ? AND contact_id = ?')
      .pluck(),
    withdrawn: db
      .prepare('SELECT 1 FROM withdrawn_pseudonyms WHERE contact_id = ? AND pseudonym = ?')
      .pluck(),
    holder: db.prepare('SELECT client_id FROM supervisor_comments WHERE contact_id = ? AND id = ?').pluck(),
    bundle: db.prepare('SELECT 1 FROM sent_bundles WHERE id = ? AND contact_id = ?').pluck(),
    reply: db.prepare('SELECT 1 FROM received_replies WHERE contact_id = ? AND reply_id = ?').pluck(),
    newest: db.prepare('SELECT max(number) FROM received_replies WHERE contact_id = ?').pluck(),
    newestId: db
      .prepare('SELECT reply_id FROM received_replies WHERE contact_id = ? ORDER BY number DESC LIMIT 1')
      .pluck(),
  }
  return {
    ofClient: (clientId: string): ReceivedComment[] =>
      select.ofClient.all(clientId).map((row) => commentRow.parse(row)),
    /**
     * The comments that came since the last meeting of supervision and all new ones: the new ones first, then by time,
     * with the client's code.
     */
    toDiscuss: () => {
      const last = z.string().parse(select.lastMeeting.get() ?? '')
      return [...select.unread.all(), ...select.since.all(last)].map((row) => listedRow.parse(row))
    },
    /** Marks comments as read. One that is marked already keeps its time. */
    markRead: (comments: readonly Pick<ReceivedComment, 'contactId' | 'id'>[], now: Date): void => {
      const mark = db.prepare(
        'UPDATE supervisor_comments SET read_at = ? WHERE contact_id = ? AND id = ? AND read_at IS NULL',
      )
      for (const { contactId, id } of comments) mark.run(now.toISOString(), contactId, id)
    },
    /** Whose pseudonym it is in bundles for a contact, or why the answer to a bundle can't be taken in. */
    clientOf: (
      contactId: string,
      { pseudonym, bundleId }: Pick<Reply['clients'][number], 'pseudonym' | 'bundleId'>,
    ): { clientId: ClientId } | { reason: (typeof skippedReasons)[number] } => {
      if (select.withdrawn.get(contactId, pseudonym) !== undefined) return { reason: 'gone' }
      const clientId = clientIdSchema.optional().parse(select.client.get(pseudonym, contactId))
      if (clientId === undefined) return { reason: 'unknown-client' }
      return select.bundle.get(bundleId, contactId) === undefined
        ? { reason: 'unknown-bundle' }
        : { clientId }
    },
    /** The client whom a contact's comment is about; null if there is no such comment. */
    holderOf: (contactId: string, id: string): ClientId | null =>
      clientIdSchema.optional().parse(select.holder.get(contactId, id)) ?? null,
    put: (comment: ReceivedComment): void => {
      const { id, contactId, contactName, clientId, about, text, study, cameAt, readAt } = comment
      db.prepare(
        `INSERT INTO supervisor_comments (${columns})
         VALUES (:id, :contactId, :contactName, :clientId, :about, :text, :study, :cameAt, :readAt)
         ON CONFLICT (contact_id, id) DO UPDATE SET contact_name = :contactName, client_id = :clientId,
           about = :about, text = :text, study = :study, came_at = :cameAt, read_at = :readAt`,
      ).run({
        id,
        contactId,
        contactName,
        clientId,
        about: JSON.stringify(about),
        text,
        study: study && JSON.stringify(study),
        cameAt,
        readAt,
      })
    },
    remove: ({ contactId, id }: Pick<ReceivedComment, 'contactId' | 'id'>): void => {
      db.prepare('DELETE FROM supervisor_comments WHERE contact_id = ? AND id = ?').run(contactId, id)
    },
    /** How a reply compares with those that have come from its sender. Numbers decide, never clocks. */
    standingOf: (contactId: string, { replyId, number, madeAt }: Came, now: Date): BundleStanding => {
      const before = z.int().nullable().parse(select.newest.get(contactId))
      const isFromFuture = Date.parse(madeAt) > now.getTime() + dayMilliseconds
      if (select.reply.get(contactId, replyId) !== undefined) return { order: 'repeated', isFromFuture }
      return { order: before !== null && number <= before ? 'older' : 'new', isFromFuture }
    },
    /** Whether no later reply of this contact has come. */
    isNewest: (contactId: string, replyId: string): boolean => select.newestId.get(contactId) === replyId,
    /** Remembers a reply. One that is known already changes nothing. */
    putReply: (contactId: string, { replyId, number, madeAt }: Came, now: Date): void => {
      db.prepare(
        `INSERT INTO received_replies (contact_id, reply_id, number, made_at, received_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (contact_id, reply_id) DO NOTHING`,
      ).run(contactId, replyId, number, madeAt, now.toISOString())
    },
  }
}
