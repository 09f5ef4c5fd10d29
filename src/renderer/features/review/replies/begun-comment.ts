import type { CommentPlace } from '#shared/bundles/reply.ts'

/** A comment that was begun beside a session or a fall, and how often one was: the form opens again each time. */
export interface BegunComment {
  readonly about: CommentPlace
  readonly times: number
}
