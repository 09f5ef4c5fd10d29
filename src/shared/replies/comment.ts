import { z } from 'zod'
import { bundleRefusalSchema } from '../bundles/bundle-refusal.ts'
import { contactNameSchema } from '../bundles/contact.ts'
import { openedFileShape } from '../bundles/opened-file.ts'
import { pseudonymSchema } from '../bundles/pseudonym.ts'
import { repliedCommentSchema } from '../bundles/reply.ts'
import { slugSchema } from '../evidence/effect.ts'
import { instantSchema } from '../records/calendar.ts'
import { clientIdSchema } from '../records/ids.ts'
import { enteredLineSchema } from '../records/text.ts'
import { receivedClientIdSchema } from '../review/received-client.ts'

/** A supervisor's comment on a received client, as the supervisor's vault keeps it. */
export const writtenCommentSchema = repliedCommentSchema.extend({
  clientId: receivedClientIdSchema,
  writtenAt: instantSchema,
})
export type WrittenComment = z.output<typeof writtenCommentSchema>

/** Accepts a comment as the form sends it; a study of the library is named, and the vault takes its words. */
export const commentEntrySchema = writtenCommentSchema.omit({ study: true, writtenAt: true }).extend({
  study: z.strictObject({ articleId: slugSchema, findingId: slugSchema }).nullable(),
  /** Whether the study that the comment has stays as it is; `study` is not looked at then. */
  keepsStudy: z.boolean(),
})
export type CommentEntry = z.output<typeof commentEntrySchema>

export const longestReviewLine = 300

/** A thing that a supervisor wants to talk about with a therapist. It never leaves. */
export const reviewLineSchema = z.strictObject({
  id: z.uuid(),
  clientId: receivedClientIdSchema,
  line: enteredLineSchema(longestReviewLine).min(1),
  isDone: z.boolean(),
  createdAt: instantSchema,
})
export type ReviewLine = z.output<typeof reviewLineSchema>

/** A comment of a supervisor in the therapist's vault. */
export const receivedCommentSchema = repliedCommentSchema.extend({
  contactId: z.uuid(),
  /** The supervisor's name when the comment came. */
  contactName: contactNameSchema,
  clientId: clientIdSchema,
  /** When the comment came, in its newest wording. */
  cameAt: instantSchema,
  /** When the therapist marked it as read in this wording; null for a new one. */
  readAt: instantSchema.nullable(),
})
export type ReceivedComment = z.output<typeof receivedCommentSchema>

const count = z.int().min(0)

/** Why a client's part of a reply is not imported. */
export const skippedReasons = ['gone', 'unknown-client', 'unknown-bundle', 'other-client'] as const

/** Accepts a reply as the therapist sees it before it is imported, or why it is not opened. */
export const replyPreviewSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refused'), reason: bundleRefusalSchema }),
  z.strictObject({
    kind: z.literal('opened'),
    ...openedFileShape,
    /** The clients of this vault that it speaks of, with what the import would do. */
    clients: z.array(
      z.strictObject({
        clientId: clientIdSchema,
        code: z.string(),
        added: count,
        changed: count,
        /** Comments that are here and that the supervisor has taken back. */
        withdrawn: count,
        unchanged: count,
      }),
    ),
    /** Parts that the import leaves out. */
    skipped: z.array(z.strictObject({ pseudonym: pseudonymSchema, reason: z.enum(skippedReasons) })),
  }),
])
export type ReplyPreview = z.output<typeof replyPreviewSchema>
