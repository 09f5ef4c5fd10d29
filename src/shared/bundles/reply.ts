import { z } from 'zod'
import { canonicalJson } from '../json/canonical-json.ts'
import { bundleHeadSchema } from './bundle.ts'
import { bundleLimits } from './bundle-limits.ts'
import { bundleTextSchema } from './bundle-text.ts'
import { bundledClientSchema } from './bundled-client.ts'
import { pseudonymSchema } from './pseudonym.ts'
import { readDocument, type BundleProblem } from './strict-document.ts'

/** The version of the format of replies. A reader refuses a newer one. */
export const replyVersion = 1

/** The most that a reply may hold. */
export const replyLimits = {
  /** Comments in one reply. */
  comments: 500,
  /** One comment, in UTF-16 code units. */
  text: 4000,
  title: 500,
  reference: 1000,
  finding: 1000,
  doi: 200,
} as const

const { number, madeAt, sender, recipient } = bundleHeadSchema.shape
const { sessions, lead } = bundledClientSchema.shape
const sessionNumber = sessions.element.shape.number

/** Accepts what a comment is about: a session by its number, or a fall by its series and the session before it. */
export const commentPlaceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('session'), session: sessionNumber }),
  z.strictObject({ kind: z.literal('episode'), series: lead.unwrap(), peak: sessionNumber }),
])
export type CommentPlace = z.output<typeof commentPlaceSchema>

/** Accepts a study as text, so that the other side need not have it. */
export const attachedStudySchema = z.strictObject({
  title: bundleTextSchema(replyLimits.title).min(1),
  reference: bundleTextSchema(replyLimits.reference).min(1),
  doi: bundleTextSchema(replyLimits.doi).min(1).nullable(),
  /** What the study found, in the words of the library. */
  finding: bundleTextSchema(replyLimits.finding).min(1),
})
export type AttachedStudy = z.output<typeof attachedStudySchema>

/** Accepts one comment as it leaves. */
export const repliedCommentSchema = z.strictObject({
  /** Random; stays the same while the comment is corrected. */
  id: z.uuid(),
  about: commentPlaceSchema,
  text: bundleTextSchema(replyLimits.text).min(1),
  study: attachedStudySchema.nullable(),
})
export type RepliedComment = z.output<typeof repliedCommentSchema>

/** A supervisor's comments on clients of one therapist. */
export const replySchema = z
  .strictObject({
    format: z.literal('attune-reply'),
    version: z.literal(replyVersion),
    replyId: z.uuid(),
    number,
    madeAt,
    sender,
    recipient,
    clients: z
      .array(
        z.strictObject({
          pseudonym: pseudonymSchema,
          /** The newest bundle that the supervisor has of the client. */
          bundleId: z.uuid(),
          /** Every comment on the client. One that came before and is not here was withdrawn. */
          comments: z.array(repliedCommentSchema).max(replyLimits.comments),
        }),
      )
      .max(bundleLimits.clients),
  })
  .superRefine(({ clients }, context) => {
    const refuse = (reason: 'too-large' | 'not-valid'): void =>
      context.addIssue({ code: 'custom', message: reason, params: { reason }, path: ['clients'] })
    const ids = clients.flatMap(({ comments }) => comments.map(({ id }) => id))
    if (ids.length > replyLimits.comments) refuse('too-large')
    const names = clients.map(({ pseudonym }) => pseudonym)
    if (new Set(ids).size < ids.length || new Set(names).size < names.length) refuse('not-valid')
  })
export type Reply = z.output<typeof replySchema>

/** A reply that was read, or why not. */
export type ReplyRead =
  | { readonly kind: 'read'; readonly reply: Reply }
  | { readonly kind: 'refused'; readonly problem: BundleProblem }

/** Writes a reply: checked, its keys sorted, without insignificant space. Throws if it is not valid. */
export function writeReply(reply: Reply): string {
  return canonicalJson(replySchema.parse(reply))
}

/** Reads a reply strictly. */
export function readReply(text: string): ReplyRead {
  const read = readDocument(text, { format: 'attune-reply', version: replyVersion, schema: replySchema })
  return read.kind === 'read' ? { kind: 'read', reply: read.document } : read
}
