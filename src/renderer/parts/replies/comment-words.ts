import type { TFunction } from 'i18next'
import type { CommentPlace } from '#shared/bundles/reply.ts'

/** What a comment is about, in words: a session, or a fall by the session before it. */
export function placeInWords(about: CommentPlace, t: TFunction): string {
  return about.kind === 'session'
    ? t('replies.place.session', { session: about.session })
    : t('replies.place.episode', { peak: about.peak })
}

/** The number of the session at which a comment stands: for a fall, the first one of the fall. */
export function sessionOf(about: CommentPlace): number {
  return about.kind === 'session' ? about.session : about.peak + 1
}
