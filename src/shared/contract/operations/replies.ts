import { z } from 'zod'
import { bundleLimits } from '../../bundles/bundle-limits.ts'
import { replySchema } from '../../bundles/reply.ts'
import { fileTokenSchema } from '../../files/file-purposes.ts'
import { clientIdSchema } from '../../records/ids.ts'
import {
  commentEntrySchema,
  receivedCommentSchema,
  replyPreviewSchema,
  reviewLineSchema,
  writtenCommentSchema,
} from '../../replies/comment.ts'
import { receivedClientIdSchema } from '../../review/received-client.ts'
import { nothing, vaultMutation, vaultQuery } from '../operation.ts'

const count = z.int().min(0)
const received = z.strictObject({ id: receivedClientIdSchema })
const byId = z.strictObject({ id: z.uuid() })

/** A supervisor's comments, the replies that bring them to the therapist, and the therapist's side of both. */
export const replies = {
  /** The supervisor's comments on a received client and things to talk about, oldest first. */
  ofReceived: vaultQuery({
    input: received,
    output: z.strictObject({
      comments: z.array(writtenCommentSchema),
      lines: z.array(reviewLineSchema),
    }),
  }),
  /**
   * Writes or corrects a comment. Fails with `not-found` for a client, session, fall or study that is not there, and with
   * `too-many-comments` if a reply could not hold it.
   */
  write: vaultMutation({ input: commentEntrySchema, output: nothing }),
  /** Takes a comment back. One that has left is withdrawn by the next reply. */
  remove: vaultMutation({ input: byId, output: nothing }),
  /** Notes something to talk about. The same again changes nothing. */
  addLine: vaultMutation({
    input: reviewLineSchema.pick({ id: true, clientId: true, line: true }),
    output: nothing,
  }),
  setLineDone: vaultMutation({ input: byId.extend({ isDone: z.boolean() }), output: nothing }),
  removeLine: vaultMutation({ input: byId, output: nothing }),
  /** Everything that waits to be talked about, of every received client, oldest first. */
  lines: vaultQuery({
    input: nothing,
    output: z.array(reviewLineSchema.extend({ contactId: z.uuid(), pseudonym: z.string() })),
  }),
  /**
   * Builds the next reply to a therapist and keeps it until it is saved. Fails with `nothing-to-share` without any comment,
   * and with `not-found` if the contact's words are not compared.
   */
  prepare: vaultMutation({
    input: z.strictObject({ contactId: z.uuid() }),
    output: z.strictObject({
      reply: replySchema,
      /** The document that will be sealed, exactly as it will be: canonical JSON. */
      text: z.string().max(bundleLimits.characters),
    }),
    needsWriting: false,
  }),
  /** Seals a prepared reply and writes it to the chosen file. Fails with `share-changed` if the comments are others by now. */
  send: vaultMutation({
    input: z.strictObject({ replyId: z.uuid(), token: fileTokenSchema }),
    output: z.strictObject({ name: z.string() }),
  }),
  /** Opens a reply's file and compares it with what is there. Changes nothing; the reply waits for its import. */
  preview: vaultMutation({
    input: z.strictObject({ token: fileTokenSchema }),
    output: replyPreviewSchema,
    needsWriting: false,
  }),
  /**
   * Imports the reply that was previewed last, whole or not at all. Fails with `conflict` if it no longer waits, or if its
   * sender or what is there has changed since.
   */
  import: vaultMutation({
    input: z.strictObject({ importId: z.uuid() }),
    output: z.strictObject({ clients: z.array(clientIdSchema), comments: count, withdrawn: count }),
  }),
  /** Forgets the reply that waits for its import. */
  cancel: vaultMutation({ input: nothing, output: nothing, needsWriting: false }),
  /** The comments of supervisors on a client, in the order of the sessions. */
  ofClient: vaultQuery({
    input: z.strictObject({ clientId: clientIdSchema }),
    output: z.array(receivedCommentSchema),
  }),
  /** The comments that came since the last meeting of supervision, and all new ones; the new ones first, then by time. */
  toDiscuss: vaultQuery({
    input: nothing,
    output: z.array(receivedCommentSchema.extend({ clientCode: z.string() })),
  }),
  /** Marks comments as read. One that comes in other words is new again. */
  markRead: vaultMutation({
    input: z.strictObject({
      comments: z
        .array(receivedCommentSchema.pick({ contactId: true, id: true }))
        .min(1)
        .max(1000),
    }),
    output: nothing,
  }),
}
